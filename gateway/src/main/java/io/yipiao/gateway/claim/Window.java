package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hospital's window, which files for people without a phone. The window itself is the agent: who
 * works at it changes. It acts under a paper mandate that it records, for the day it was shown, and
 * sees of a person only the bills of its own hospital that bear his name, and what it filed itself.
 */
public final class Window {
    private final ClaimDesk desk;
    private final Bills bills;
    private final People people;
    private final WindowVisits visits;
    private final Clock clock;

    public Window(ClaimDesk desk, Database database, Secrets secrets, Bills bills, Clock clock) {
        this.desk = desk;
        this.bills = bills;
        this.people = secrets.people();
        this.visits = new WindowVisits(database, secrets.personal());
        this.clock = clock;
    }

    /** Notes who came, and gives the visit a name that says nothing. */
    public UUID open(int issuer, WalkIn person) {
        return visits.open(issuer, person);
    }

    /** Who came in one of this hospital's visits of the last two hours. */
    public Optional<WalkIn> visitor(UUID visit, int issuer) {
        return visits.of(visit, issuer);
    }

    /** His bills of this hospital, the newest first. */
    public List<StoredBill> bills(WalkIn person, int issuer) {
        return bills.byPerson(id(person), issuer).stream()
                .filter(bill -> bill.bill().patient().name().equals(person.name()))
                .toList();
    }

    /** What this window filed for him, the newest first. */
    public List<ClaimView> filed(WalkIn person, int issuer) {
        PersonId agent = agent(issuer);
        return visits.filed(agent, id(person)).stream()
                .flatMap(number -> desk.claims().one(number, Optional.of(agent)).stream())
                .toList();
    }

    /** A claim that this window filed. */
    public Optional<ClaimView> claim(ClaimNumber number, int issuer) {
        PersonId agent = agent(issuer);
        return desk.claims().one(number, Optional.of(agent));
    }

    /** Where his money would go, if he said that before. */
    public Optional<PayeeAccount> account(WalkIn person) {
        return desk.accounts().of(id(person));
    }

    /**
     * Registers his account, if he has none.
     *
     * @throws FieldException naming {@code holder}, {@code bank} or {@code number}
     */
    public void register(WalkIn person, String bank, String number) throws FieldException {
        desk.accounts().put(id(person), person.name(), bank, number);
    }

    /**
     * Records the paper mandate that he signed, for today; one that stands is enough.
     *
     * @param evidence what of it is kept where
     * @param recordedBy the principal of who records it
     * @throws FieldException if he is the window itself
     */
    public void mandate(WalkIn person, int issuer, String evidence, String recordedBy)
            throws FieldException {
        if (!desk.mandates().allows(agent(issuer), id(person))) {
            desk.mandates()
                    .record(
                            Mandate.Kind.AGENT,
                            id(person),
                            agent(issuer),
                            Optional.of(LocalDate.ofInstant(clock.instant(), Bill.ZONE)),
                            evidence,
                            recordedBy);
        }
    }

    /**
     * Files one of his bills.
     *
     * @param emergency whether he says that the visit was one
     * @param key of the request: what is sent again under it is the same claim
     */
    public Submission file(int issuer, UUID bill, boolean emergency, String key) {
        Claimant claimant = new Claimant("hospital-window/" + issuer, agent(issuer));
        return desk.service().submit(claimant, new Asked(bill, emergency), key);
    }

    private PersonId id(WalkIn person) {
        return people.id(person.idType(), person.idNumber());
    }

    /** Stands for the window where a person stands: no paper has so long a number. */
    private PersonId agent(int issuer) {
        return people.id(IdType.OTHER, "yipiao hospital window, acting as an agent " + issuer);
    }
}
