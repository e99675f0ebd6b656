package io.yipiao.network;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.EmbeddedPostgres;
import io.yipiao.verifier.reader.Json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Two whole gateways over one database, one folder of keys and one network, with a hospital
 * enrolled, a citizen who has an account, and an agent who has the citizen's mandate.
 */
final class GatewayPair implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "gateway-pair").toAbsolutePath();
    private static final String NAME = "gateways";

    private final EmbeddedPostgres server;
    private final Gateway first;
    private final Gateway second;
    private final TestHospital hospital = new TestHospital();
    private final List<Doors> doors;

    GatewayPair(FabricNetwork network) throws Exception {
        server = EmbeddedPostgres.start(FOLDER.resolve("database"));
        Settings settings = settings(network);
        try (Database database = Database.open(settings.database())) {
            Secrets.open(KeyFolder.thatMakesMissing(settings.keys()), database);
        }
        first = Gateway.start(settings, Clock.systemUTC());
        second = Gateway.start(settings, Clock.systemUTC());
        Demonstration people = new Demonstration(first, network.finance());
        people.enrolPayers();
        Doors ours = Doors.of(first, people, hospital.issuer());
        doors = List.of(ours, ours.at(second.address()));
        hospital.enrol(ours, network.finance());
        openAccount(ours);
        giveMandate(ours);
    }

    private Settings settings(FabricNetwork network) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + NAME);
        }
        Path password = Files.writeString(FOLDER.resolve("password"), server.password());
        return Settings.read(
                List.of(
                        "--data=" + FOLDER,
                        "--http-port=0",
                        "--database=" + server.url(NAME),
                        "--database-user=" + server.user(),
                        "--database-password-file=" + password,
                        "--ledger=fabric",
                        "--fabric-client=" + network.clientFile()),
                Map.of());
    }

    /** Where the citizen is paid. */
    static void openAccount(Doors doors) {
        Demonstration.openAccount(doors.as(Role.CITIZEN));
    }

    private static void giveMandate(Doors doors) {
        Json.Members agent =
                Json.object().put("idType", "RESIDENT_ID").put("idNumber", Doors.AGENT).end();
        doors.as(Role.CITIZEN)
                .post(
                        "/api/v1/mandates",
                        Json.object().put("kind", "FAMILY").put("agent", agent).end())
                .expect(201);
    }

    /** The same tokens at either gateway. */
    List<Doors> doors() {
        return doors;
    }

    Gateway gateway() {
        return first;
    }

    TestHospital hospital() {
        return hospital;
    }

    @Override
    public void close() {
        second.close();
        first.close();
        server.close();
    }
}
