package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.verdict.LedgerFacts;
import io.yipiao.verifier.verdict.OfflineCheck;
import io.yipiao.verifier.verdict.OnlineCheck;
import io.yipiao.verifier.verdict.Verdict;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Says of a bill whether it is genuine, altered, reversed or claimed, and to whom it says what. */
public final class Inquiry {
    private final Bills bills;
    private final BillQr codes;
    private final TrustLists lists;
    private final LedgerLook ledger;
    private final TypedAttempts attempts;
    private final Pictures pictures = new Pictures();
    private final People people;
    private final BiPredicate<PersonId, PersonId> actsFor;
    private final Clock clock;

    /**
     * @param actsFor whether the first person has a mandate of the second
     */
    public Inquiry(
            Database database,
            Bills bills,
            BillQr codes,
            TrustLists lists,
            LedgerView view,
            LedgerPulse pulse,
            IndexSource indexes,
            People people,
            BiPredicate<PersonId, PersonId> actsFor,
            Clock clock) {
        this.bills = bills;
        this.codes = codes;
        this.lists = lists;
        this.ledger = new LedgerLook(view, pulse, bills, indexes);
        this.attempts = new TypedAttempts(database);
        this.people = people;
        this.actsFor = actsFor;
        this.clock = clock;
    }

    /** Answers for a scanned text. */
    public Answer ofText(String scanned, Reader reader) {
        Instant now = clock.instant();
        Verdict offline = OfflineCheck.check(scanned, lists.current(), now);
        if (FaceReader.read(scanned) instanceof Face.Own own) {
            Opening opening = own.text().payload().opening();
            Optional<BillPlace> place = bills.place(opening.fingerprint());
            return sealed(
                    now,
                    offline,
                    opening,
                    place,
                    () -> place.flatMap(at -> bills.byId(at.id())),
                    reader);
        }
        return Answer.closed(
                now,
                offline instanceof Verdict.Elsewhere elsewhere
                        ? elsewhere(elsewhere.face())
                        : offline);
    }

    /** Answers for a stored bill, as if its code were scanned now. */
    public Answer ofStored(StoredBill bill, Reader reader) {
        if (!bill.isElsewhere()) {
            return ofText(codes.text(bill).text(), reader);
        }
        Instant now = clock.instant();
        Bill said = bill.bill();
        Face.Foreign face =
                new Face.Foreign(
                        Face.Source.CHINAEBILL,
                        Optional.of(said.id()),
                        said.checkCode(),
                        Optional.of(said.total()),
                        Optional.of(said.issueDate()));
        LedgerLook.Found found = ledger.find(said.id());
        Verdict verdict = OnlineCheck.elsewhere(face, found.facts());
        if (!maySee(reader, bill)) {
            return Answer.closed(now, verdict);
        }
        Answer open = Answer.open(now, verdict, bill, found.bill());
        return reader instanceof Reader.Payer payer ? open.forPayer(payer.payer()) : open;
    }

    /** What the ledger knows of a bill from elsewhere; its face proves nothing. */
    private Verdict elsewhere(Face.Foreign face) {
        LedgerFacts facts =
                face.id().map(id -> ledger.find(id).facts()).orElse(LedgerFacts.UNREACHABLE);
        return OnlineCheck.elsewhere(face, facts);
    }

    /** The text of a picture's QR code; the picture is not kept. */
    public String read(byte[] picture) throws PictureException, BusyException {
        return pictures.read(picture);
    }

    /**
     * Answers for a picture of a QR code; one that shows none is UNREAD, with what to do about it.
     *
     * @throws PictureException if the file is no picture, damaged or too large
     */
    public Answer ofPicture(byte[] file, Reader reader) throws PictureException, BusyException {
        try {
            return ofText(read(file), reader);
        } catch (PictureException e) {
            return switch (e.fault()) {
                case NO_CODE, TOO_SLOW ->
                        Answer.closed(clock.instant(), OfflineCheck.unread(e.fault()));
                case TOO_LARGE, TOO_MANY_PIXELS, OTHER_FORMAT, BROKEN -> throw e;
            };
        }
    }

    /**
     * Answers for typed elements, all of which must agree with one bill; it is never told which do
     * not.
     *
     * @throws LockedException for a stranger, after too many wrong tries at this bill
     */
    public Answer ofFace(TypedFace face, Reader reader) throws LockedException {
        Instant now = clock.instant();
        Optional<StoredBill> match =
                bills.byIdentity(face.id()).stream()
                        .filter(bill -> matches(bill.bill(), face))
                        .min(Comparator.comparing(StoredBill::isElsewhere));
        if (reader instanceof Reader.Stranger) {
            attempts.take(face.id(), match.isPresent());
        }
        if (match.isEmpty()) {
            return Answer.closed(now, OnlineCheck.noMatch());
        }
        if (match.get().isElsewhere()) {
            return ofStored(match.get(), reader);
        }
        Verdict offline = OfflineCheck.check(codes.text(match.get()), lists.current(), now);
        Optional<BillPlace> place = match.map(StoredBill::place);
        return sealed(now, offline, match.get().opening(), place, () -> match, reader);
    }

    private Answer sealed(
            Instant now,
            Verdict offline,
            Opening opening,
            Optional<BillPlace> place,
            Supplier<Optional<StoredBill>> read,
            Reader reader) {
        if (offline instanceof Verdict.Unproven) {
            return Answer.closed(now, offline);
        }
        LedgerLook.Found found = ledger.find(opening, place);
        Verdict verdict = OnlineCheck.check(offline, found.facts());
        // Of a key that was revoked nothing is shown: whoever stole it may have made the bill.
        boolean proven = verdict instanceof Verdict.Proven;
        // Strangers are most of those who ask, and the bill itself need not be read for them.
        if (!proven || place.isEmpty() || reader instanceof Reader.Stranger) {
            return Answer.closed(now, verdict);
        }
        Optional<StoredBill> stored = read.get();
        if (stored.isEmpty() || !maySee(reader, stored.get())) {
            return Answer.closed(now, verdict);
        }
        Answer open = Answer.open(now, verdict, stored.get(), found.bill());
        if (!found.facts().isReachable()) {
            open = open.knownUntil(ledger.lastAlive());
        }
        return reader instanceof Reader.Payer payer ? open.forPayer(payer.payer()) : open;
    }

    private boolean maySee(Reader reader, StoredBill bill) {
        return switch (reader) {
            case Reader.Stranger stranger -> false;
            case Reader.Official official -> true;
            case Reader.Payer payer -> true;
            case Reader.Citizen citizen -> {
                PersonId owner = owner(bill.bill());
                yield citizen.person().equals(owner) || actsFor.test(citizen.person(), owner);
            }
        };
    }

    private PersonId owner(Bill bill) {
        return people.id(bill.patient().idType(), bill.patient().idNumber());
    }

    /** A bill without a check code cannot be looked up by typing. */
    private static boolean matches(Bill bill, TypedFace face) {
        return bill.checkCode().filter(code -> code.equalsIgnoreCase(face.checkCode())).isPresent()
                && bill.total().equals(face.total())
                && bill.issueDate().equals(face.date());
    }
}
