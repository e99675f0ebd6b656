package io.yipiao.gateway.chromium;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Policy;
import io.yipiao.gateway.benefit.Scheme;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.qr.QrOrigin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The demonstration that all Chromium tests of a JVM look at, and what a test takes for itself:
 * people, and bills of a hospital that only tests have.
 */
public final class DemoSite {
    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger LOGINS = new AtomicInteger();

    private final RunningGateway running;
    private final Gateway gateway;
    private final Papers papers;

    private DemoSite(RunningGateway running) {
        this.running = running;
        this.gateway = running.gateway();
        this.papers = new Papers(running);
    }

    private static final class Shared {
        private static final DemoSite SITE = new DemoSite(RunningGateway.demonstration());
    }

    /** The one of this JVM, begun when the first test asks for it. */
    public static DemoSite shared() {
        return Shared.SITE;
    }

    /** Where it is, without a path. */
    public String address() {
        return gateway.address().toString();
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Bills that a test takes for itself. */
    public Papers papers() {
        return papers;
    }

    /**
     * The path that the code of one of the demonstration's own bills opens; whoever changes such a
     * bill takes one of {@link #papers} instead.
     */
    public String path(BillId.Kind kind, String number) {
        try {
            return new BillQr(QrOrigin.of(address())).text(bill(kind, number)).path();
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The patient of one of the demonstration's own bills, with an account of his own. */
    public Someone patient(BillId.Kind kind, String number) {
        Party patient = bill(kind, number).bill().patient();
        return someone(Set.of(Role.CITIZEN), patient.name(), patient.idNumber());
    }

    private StoredBill bill(BillId.Kind kind, String number) {
        return new Bills(gateway.database(), gateway.secrets().personal())
                .byIdentity(new BillId(kind, "99060226", number))
                .getFirst();
    }

    /** The number of another hospital, for which the gateway seals. */
    public int hospitalInCustody() {
        return running.hospitalInCustody();
    }

    /** A citizen, insured here as an employee, with an account at a bank. */
    public Someone citizen() {
        Someone citizen = someone(Set.of(Role.CITIZEN));
        ClaimDesk claims = gateway.claims();
        claims.insured()
                .load(
                        List.of(
                                new Insured(
                                        citizen.idNumber(),
                                        citizen.name(),
                                        Scheme.EMPLOYEE,
                                        false,
                                        false)));
        try {
            claims.accounts().put(citizen.person(), citizen.name(), "示范银行", "6222020000004821");
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
        return citizen;
    }

    /** Somebody of these roles with an account; a hospital's is the one of {@link #papers}. */
    public Someone someone(Set<Role> roles) {
        int n = PEOPLE.incrementAndGet();
        return someone(roles, "林试" + (char) ('一' + n), Someone.number(n));
    }

    /** Somebody of the demonstration's own people, whom a test looks at and leaves as he is. */
    public Someone resident(String name) {
        try {
            Insured resident =
                    Policy.readInsured(TableSource.demonstration()).stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            return someone(Set.of(Role.CITIZEN), name, resident.idNumber());
        } catch (TableException e) {
            throw new IllegalStateException(e);
        }
    }

    private Someone someone(Set<Role> roles, String name, String idNumber) {
        String login = "test.login." + LOGINS.incrementAndGet();
        PersonId person = gateway.secrets().people().id(IdType.RESIDENT_ID, idNumber);
        Owner owner =
                new Owner(
                        name,
                        OptionalInt.of(papers.issuer()),
                        Optional.of(person),
                        Optional.of("basic"));
        try {
            UUID account = gateway.accounts().create(login, PASSWORD, roles, owner);
            return new Someone(name, idNumber, person, account, login, PASSWORD);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cookie that the browser of somebody who signed in holds. */
    String signIn(Someone who) {
        return gateway.sessions().begin(who.account()).reveal();
    }
}
