package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Submission.Cause;
import io.yipiao.gateway.claim.Submission.NotTaken;
import io.yipiao.gateway.claim.Submission.Taken;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes claims. Whoever sends the same request again under the same key gets the same claim,
 * however far it has come meanwhile.
 */
public final class ClaimService {
    private final Database database;
    private final Bills bills;
    private final Papers papers;
    private final People people;
    private final InsuredRegistry insured;
    private final PayeeAccounts accounts;
    private final Mandates mandates;
    private final ClaimStore store;
    private final ClaimProgress progress;
    private final Wishes wishes;
    private final Claims claims;
    private final SecureRandom random = new SecureRandom();

    ClaimService(
            Database database,
            Bills bills,
            Papers papers,
            People people,
            InsuredRegistry insured,
            PayeeAccounts accounts,
            Mandates mandates,
            ClaimStore store,
            ClaimProgress progress,
            Wishes wishes,
            Claims claims) {
        this.database = database;
        this.bills = bills;
        this.papers = papers;
        this.people = people;
        this.insured = insured;
        this.accounts = accounts;
        this.mandates = mandates;
        this.store = store;
        this.progress = progress;
        this.wishes = wishes;
        this.claims = claims;
    }

    /**
     * Claims a stored bill from basic insurance and leads the claim as far as it goes by itself. If
     * the ledger is out of reach meanwhile or hangs, the claim is taken all the same and goes on
     * later.
     *
     * @param key the client's name for this request, 1 to 128 characters; what is sent again under
     *     it by the same principal is the same claim
     * @param patience how long to wait for the ledger, and for what becomes of a claim that won
     */
    public Submission submit(Claimant claimant, Asked asked, String key, Duration patience) {
        if (key.isBlank() || key.length() > 128) {
            throw new IllegalArgumentException("an idempotency key has 1 to 128 characters");
        }
        Optional<Submission> before = earlier(claimant, asked, key);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<StoredBill> stored =
                bills.byId(asked.bill()).filter(found -> mayClaim(claimant.person(), found.bill()));
        if (stored.isEmpty()) {
            return new NotTaken(Cause.UNKNOWN_BILL);
        }
        // A claim on a paper is one on its bill, if that is here; else the paper is told so.
        StoredBill claimed = papers.electronic(stored.get()).orElse(stored.get());
        return submit(claimant, asked, claimed, key, patience);
    }

    /** The same, waiting as long as programs may be kept waiting. */
    public Submission submit(Claimant claimant, Asked asked, String key) {
        return submit(claimant, asked, key, ClaimProgress.PATIENCE);
    }

    /** The same, for a visit that was no emergency. */
    public Submission submit(Claimant claimant, UUID bill, String key) {
        return submit(claimant, Asked.of(bill), key);
    }

    /**
     * Takes a claim back until it is decided, for who made it or whose bill it is; what is held of
     * the bill is released. While its hold is on its way to the ledger, it ends once that is known.
     */
    public Wished withdraw(PersonId person, ClaimNumber number) {
        return wishes.withdraw(person, number);
    }

    /**
     * Answers what a clerk asked for (补材料); the claim goes back to its review.
     *
     * @param text the answer, not blank
     */
    public Wished supplement(PersonId person, ClaimNumber number, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an answer has words");
        }
        return wishes.supplement(person, number, text);
    }

    /** Where a patient's benefit would be paid: into his own account, else a guardian's. */
    public Optional<PayeeAccount> payee(PersonId patient) {
        return accounts.of(patient).or(() -> database.with(h -> guardians(h, patient)));
    }

    private Submission submit(
            Claimant claimant, Asked asked, StoredBill claimed, String key, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Bill bill = claimed.bill();
        PersonId patient = patient(bill);
        if (!insured.knows(patient)) {
            return new NotTaken(Cause.NOT_INSURED);
        }
        Optional<PayeeAccount> own = accounts.of(patient);
        if (own.isPresent() && !own.get().holder().equals(bill.patient().name())) {
            return new NotTaken(Cause.OTHER_NAME);
        }
        Optional<PayeeAccount> account = own.or(() -> database.with(h -> guardians(h, patient)));
        if (account.isEmpty()) {
            return new NotTaken(Cause.NO_ACCOUNT);
        }
        NewClaim claim =
                new NewClaim(
                        ClaimNumber.draw(random),
                        claimant,
                        key,
                        Payer.BASIC,
                        asked,
                        claimed.id(),
                        patient,
                        account.get().id(),
                        bill.encounter().kind(),
                        bill.encounter().discharged().getYear(),
                        store.now());
        Optional<Claim> received = store.insert(claim);
        if (received.isEmpty()) {
            return earlier(claimant, asked, key).orElseThrow();
        }
        progress.lead(new Led(received.get(), Optional.of(claimed)), patience);
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return new Taken(claims.settled(claim.number(), left));
    }

    private Optional<Submission> earlier(Claimant claimant, Asked asked, String key) {
        return database.with(handle -> store.earlier(handle, claimant.principal(), key))
                .map(earlier ->
                        earlier.request().equals(asked.digest(Payer.BASIC))
                                ? new Taken(claims.view(earlier.number()))
                                : new NotTaken(Cause.KEY_REUSED));
    }

    private boolean mayClaim(PersonId claimant, Bill bill) {
        PersonId patient = patient(bill);
        return claimant.equals(patient)
                || database.with(handle -> mandates.allows(handle, claimant, patient));
    }

    private PersonId patient(Bill bill) {
        return people.id(bill.patient().idType(), bill.patient().idNumber());
    }

    private Optional<PayeeAccount> guardians(Handle handle, PersonId patient) {
        return mandates.guardians(handle, patient).stream()
                .flatMap(guardian -> accounts.current(handle, guardian).stream())
                .findFirst();
    }
}
