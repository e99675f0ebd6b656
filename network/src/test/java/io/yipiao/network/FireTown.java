package io.yipiao.network;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Scheme;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.EmbeddedPostgres;
import io.yipiao.network.corpus.ClaimedVisit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Party;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A hospital and people with visits to claim, known to two gateways over one database, each in a
 * process of its own that may be killed.
 */
final class FireTown implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "fire-town").toAbsolutePath();
    private static final String NAME = "fire";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedPostgres server;
    private final List<KilledGateway> gateways;
    private final TestHospital hospital = new TestHospital();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final Map<Role, String> tokens;

    /** A bill and the token of the patient who may claim it. */
    record Visit(Bill bill, String patient) {}

    /**
     * Brings all this forth while nothing burns yet.
     *
     * @param people how many have a visit to claim
     */
    FireTown(FabricNetwork network, int people) throws Exception {
        server = EmbeddedPostgres.start(FOLDER.resolve("database"));
        List<String> flags = flags(network);
        Settings settings = Settings.read(flags, Map.of());
        try (Database database = Database.open(settings.database())) {
            Secrets.open(KeyFolder.thatMakesMissing(settings.keys()), database);
        }
        try (Gateway gateway = Gateway.start(settings, Clock.systemUTC())) {
            awaitBlocks(gateway);
            Demonstration demonstration = new Demonstration(gateway, network.finance());
            demonstration.enrolPayers();
            Doors doors = Doors.of(gateway, demonstration, hospital.issuer());
            hospital.enrol(doors, network.finance());
            GatewayPair.openAccount(doors);
            tokens = doors.tokens();
            populate(gateway, people);
        }
        gateways =
                List.of(
                        new KilledGateway(flags, FOLDER.resolve("journal-1")),
                        new KilledGateway(flags, FOLDER.resolve("journal-2")));
        for (KilledGateway gateway : gateways) {
            gateway.start("");
        }
    }

    private List<String> flags(FabricNetwork network) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + NAME);
        }
        Path password = Files.writeString(FOLDER.resolve("password"), server.password());
        return List.of(
                "--data=" + FOLDER,
                "--http-port=0",
                "--database=" + server.url(NAME),
                "--database-user=" + server.user(),
                "--database-password-file=" + password,
                "--ledger=fabric",
                "--fabric-client=" + network.clientFile());
    }

    /** An earlier test's blocks may be many. */
    private static void awaitBlocks(Gateway gateway) throws Exception {
        long height = gateway.ledger().height();
        Await.until(
                "the blocks so far",
                PATIENCE,
                () -> gateway.view().checkpoint().nextBlock() >= height);
    }

    private void populate(Gateway gateway, int people) throws Exception {
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            bills.add(hospital.numbered(new ClaimedVisit(i).bill(hospital.issuer())));
        }
        gateway.claims().insured().load(bills.stream().map(FireTown::insured).toList());
        for (Bill bill : bills) {
            Party patient = bill.patient();
            Owner owner =
                    Owner.person(
                            patient.name(),
                            gateway.secrets().people().id(patient.idType(), patient.idNumber()));
            gateway.claims()
                    .accounts()
                    .put(owner.person().orElseThrow(), patient.name(), "样本银行", "6222000000004821");
            visits.add(
                    new Visit(
                            bill,
                            gateway.tokens().create(Set.of(Role.CITIZEN), owner).text().reveal()));
        }
    }

    private static Insured insured(Bill bill) {
        Party patient = bill.patient();
        return new Insured(patient.idNumber(), patient.name(), Scheme.EMPLOYEE, false, false);
    }

    List<KilledGateway> gateways() {
        return gateways;
    }

    TestHospital hospital() {
        return hospital;
    }

    /** Visits that nobody has claimed yet; who takes one claims it. */
    ConcurrentLinkedQueue<Visit> visits() {
        return visits;
    }

    /** Another stay of the one citizen, which goes to a clerk. */
    Visit stay() {
        return new Visit(hospital.numbered(DemonstrationBills.stay()), token(Role.CITIZEN));
    }

    String token(Role role) {
        return java.util.Optional.ofNullable(tokens.get(role)).orElseThrow();
    }

    @Override
    public void close() {
        gateways.forEach(KilledGateway::kill);
        server.close();
    }
}
