package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.ClaimedBills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Bills that were issued elsewhere. A citizen files one; it waits for a clerk, who goes through the
 * checklist and records the result. Only then it becomes a claim, under the number it had from the
 * beginning, whose hold opens the bill on the ledger (CLAIMED); another clerk decides it.
 */
public final class Elsewhere {
    private final Database database;
    private final Bills bills;
    private final ClaimedBills claimed;
    private final IndexSource indexes;
    private final InsuredRegistry insured;
    private final Mandates mandates;
    private final ClaimService service;
    private final ElsewhereStore store;
    private final ClaimStore claims;
    private final ClaimProgress progress;
    private final SecureRandom random = new SecureRandom();

    Elsewhere(
            Database database,
            Bills bills,
            ClaimedBills claimed,
            IndexSource indexes,
            InsuredRegistry insured,
            Mandates mandates,
            ClaimService service,
            ElsewhereStore store,
            ClaimStore claims,
            ClaimProgress progress) {
        this.database = database;
        this.bills = bills;
        this.claimed = claimed;
        this.indexes = indexes;
        this.insured = insured;
        this.mandates = mandates;
        this.service = service;
        this.store = store;
        this.claims = claims;
        this.progress = progress;
    }

    /**
     * Files a bill for a patient, whose the claimant himself may be.
     *
     * @param key the client's name for this request, 1 to 128 characters; what is sent again under
     *     it by the same principal is the same filing
     */
    public FiledElsewhere file(
            Claimant claimant,
            PersonId patient,
            Declared declared,
            Optional<SentPaper> paper,
            String key) {
        if (key.isBlank() || key.length() > 128) {
            throw new IllegalArgumentException("an idempotency key has 1 to 128 characters");
        }
        Optional<FiledElsewhere> before = earlier(claimant, declared, paper, key);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<FiledElsewhere.Cause> cause = cause(claimant, patient, declared.face().id());
        if (cause.isPresent()) {
            return new FiledElsewhere.NotTaken(cause.get());
        }
        ClaimNumber number = ClaimNumber.draw(random);
        BillId id = declared.face().id();
        boolean stored =
                database.inTransaction(tx ->
                        ElsewhereStore.first(tx, id).isEmpty()
                                && store.insert(
                                        tx,
                                        number,
                                        claimant,
                                        key,
                                        patient,
                                        declared,
                                        paper,
                                        claims.now()));
        if (stored) {
            return new FiledElsewhere.Taken(view(number));
        }
        return earlier(claimant, declared, paper, key)
                .orElseGet(() ->
                        new FiledElsewhere.Duplicate(
                                database.with(handle -> ElsewhereStore.first(handle, id))
                                        .orElseThrow()));
    }

    private Optional<FiledElsewhere> earlier(
            Claimant claimant, Declared declared, Optional<SentPaper> paper, String key) {
        return database.with(handle -> store.earlier(handle, claimant.principal(), key))
                .map(earlier ->
                        earlier.request().equals(declared.digest(paper))
                                ? new FiledElsewhere.Taken(view(earlier.number()))
                                : new FiledElsewhere.NotTaken(FiledElsewhere.Cause.KEY_REUSED));
    }

    private Optional<FiledElsewhere.Cause> cause(Claimant claimant, PersonId patient, BillId id) {
        if (!claimant.person().equals(patient) && !mandates.allows(claimant.person(), patient)) {
            return Optional.of(FiledElsewhere.Cause.NOT_FOR_HIM);
        }
        if (!insured.knows(patient)) {
            return Optional.of(FiledElsewhere.Cause.NOT_INSURED);
        }
        if (service.payee(patient).isEmpty()) {
            return Optional.of(FiledElsewhere.Cause.NO_ACCOUNT);
        }
        if (bills.byIdentity(id).stream().anyMatch(bill -> !bill.isElsewhere())) {
            return Optional.of(FiledElsewhere.Cause.ISSUED_HERE);
        }
        boolean noPlace =
                indexes.indexes(List.of(id))
                        .filter(found -> found.getFirst().isEmpty())
                        .isPresent();
        return noPlace ? Optional.of(FiledElsewhere.Cause.YEAR) : Optional.empty();
    }

    /**
     * Those that wait for a clerk, the oldest first, and then those whose claimants were asked.
     *
     * @param after those behind this one
     */
    public List<ElsewhereFiling> waiting(Optional<ClaimNumber> after, int most) {
        return database.with(handle -> store.waiting(handle, after, most));
    }

    /** How many wait for a clerk. */
    public int count() {
        return database.with(ElsewhereStore::count);
    }

    /** A person's filings that are no claims, the newest first. */
    public List<ElsewhereFiling> of(PersonId person) {
        return database.with(handle -> store.of(handle, person));
    }

    /** A filing, for the person who made it or whose bill it is, for staff if none is given. */
    public Optional<ElsewhereFiling> one(ClaimNumber number, Optional<PersonId> viewer) {
        return database.with(handle -> store.find(handle, number))
                .filter(filing -> filing.isFor(viewer));
    }

    /** The filing or claim of a bill that keeps another out, if there is one. */
    public Optional<ClaimNumber> first(BillId id) {
        return database.with(handle -> ElsewhereStore.first(handle, id));
    }

    /** The patient's name, as the insurance knows him. */
    public String patient(ElsewhereFiling filing) {
        return insured.name(filing.patient()).orElseThrow();
    }

    /** The tail of the patient's identity number, to be compared with the digits on the paper. */
    public String tail(ElsewhereFiling filing) {
        String number =
                database.with(handle -> insured.find(handle, filing.patient()))
                        .orElseThrow()
                        .idNumber();
        return number.substring(number.length() - 4);
    }

    /** What was sent with a filing, for staff. */
    public Optional<SentPaper> paper(ClaimNumber number) {
        return database.with(handle -> store.paper(handle, number));
    }

    /** Takes a filing back; false if it is checked already, or not this person's. */
    public boolean withdraw(PersonId person, ClaimNumber number) {
        return one(number, Optional.of(person)).isPresent()
                && database.inTransaction(tx -> withdraw(tx, number));
    }

    private boolean withdraw(Handle tx, ClaimNumber number) {
        Optional<ElsewhereFiling> filing = store.lock(tx, number).filter(ElsewhereFiling::isOpen);
        return filing.isPresent()
                && ElsewhereStore.move(
                        tx,
                        number,
                        filing.get().state(),
                        ElsewhereFiling.State.WITHDRAWN,
                        claims.now());
    }

    /**
     * Records what a clerk found. If nothing speaks against the bill it becomes a claim, which is
     * led as far as it goes by itself.
     *
     * @param entered what the clerk entered of the bill; needed if nothing speaks against it
     * @throws FieldException if it does not make a bill with what was declared
     */
    public CheckedElsewhere record(
            Clerk clerk,
            ClaimNumber number,
            Checklist checklist,
            Optional<ForeignBill> entered,
            Duration patience)
            throws FieldException {
        Optional<ElsewhereFiling> found = one(number, Optional.empty());
        if (found.isEmpty()) {
            return new CheckedElsewhere.Unknown();
        }
        ElsewhereFiling filing = found.get();
        if (clerk.person().equals(filing.claimant()) || clerk.person().equals(filing.patient())) {
            return new CheckedElsewhere.OwnClaim();
        }
        Optional<Checklist.Why> why = checklist.refusal();
        Optional<Bill> bill =
                why.isPresent() ? Optional.empty() : Optional.of(bill(filing, entered));
        Optional<BillIndex> index = bill.isPresent() ? place(filing) : Optional.empty();
        Optional<PayeeAccount> account = service.payee(filing.patient());
        boolean recorded =
                database.inTransaction(tx -> {
                    store.lock(tx, number);
                    if (!store.checked(tx, number, clerk, checklist, why, claims.now())) {
                        return false;
                    }
                    bill.ifPresent(
                            known -> claim(tx, clerk, filing, known, index, account.orElseThrow()));
                    return true;
                });
        if (recorded && bill.isPresent()) {
            progress.lead(number, patience);
        }
        return outcome(clerk, view(number), checklist);
    }

    private static CheckedElsewhere outcome(Clerk clerk, ElsewhereFiling now, Checklist checklist) {
        boolean his =
                now.checked()
                        .filter(checked -> checked.name().equals(clerk.name()))
                        .filter(checked -> checked.checklist().equals(checklist))
                        .isPresent();
        return his ? new CheckedElsewhere.Done(now) : new CheckedElsewhere.TooLate(now);
    }

    private Bill bill(ElsewhereFiling filing, Optional<ForeignBill> entered) throws FieldException {
        Insured patient =
                database.with(handle -> insured.find(handle, filing.patient())).orElseThrow();
        return entered.orElseThrow(() -> new FieldException("lines", "the fee lines", "none"))
                .bill(filing.declared(), patient);
    }

    /** Where the ledger has it; if that cannot be asked now, it is filled in later. */
    private Optional<BillIndex> place(ElsewhereFiling filing) {
        return indexes.indexes(List.of(filing.declared().face().id())).flatMap(List::getFirst);
    }

    /** Whoever checked it does not decide it: he stands as the one who took it in. */
    private void claim(
            Handle tx,
            Clerk clerk,
            ElsewhereFiling filing,
            Bill bill,
            Optional<BillIndex> index,
            PayeeAccount account) {
        UUID stored = claimed.store(tx, bill, index);
        Claimant claimant =
                new Claimant("elsewhere/" + filing.number(), filing.claimant(), Optional.of(clerk));
        Optional<Claim> made =
                claims.insert(
                        tx,
                        new NewClaim(
                                filing.number(),
                                claimant,
                                "checked",
                                Payer.BASIC,
                                Asked.of(stored),
                                stored,
                                filing.patient(),
                                account.id(),
                                bill.encounter().kind(),
                                bill.encounter().discharged().getYear(),
                                filing.filedAt()));
        if (made.isEmpty()) {
            throw new IllegalStateException(filing.number() + " is a claim already");
        }
    }

    private ElsewhereFiling view(ClaimNumber number) {
        return one(number, Optional.empty()).orElseThrow();
    }
}
