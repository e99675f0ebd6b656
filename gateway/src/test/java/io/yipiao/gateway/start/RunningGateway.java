package io.yipiao.gateway.start;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.demo.Town;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.settings.SettingsException;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A whole gateway with a real database, the embedded ledger and a server on a free port: one for
 * all tests of a JVM. Tests do not meet, as each enrols a hospital of its own.
 */
public final class RunningGateway {
    /** What an upload may have, little more than the longest line three times. */
    public static final int UPLOAD_LIMIT = 14 << 20;

    private static final long PATIENCE = 30_000_000_000L;
    private static final AtomicInteger ISSUERS = new AtomicInteger(1000);

    private final Path folder;
    private final Gateway gateway;
    private final Demonstration people;

    private RunningGateway(Path folder, boolean demonstration) {
        this.folder = folder;
        try {
            Settings settings =
                    Settings.read(
                            List.of(
                                    "--data=" + folder.toAbsolutePath(),
                                    "--demonstration=" + demonstration,
                                    "--http-port=0",
                                    "--drain-seconds=1",
                                    "--upload-limit=" + UPLOAD_LIMIT),
                            Map.of());
            gateway = Gateway.start(settings, Clock.systemUTC());
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e);
        }
        people = new Demonstration(gateway, this::confirm);
    }

    private static final class Shared {
        private static final RunningGateway RUNNING = begin(false);
    }

    private static RunningGateway begin(boolean demonstration) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "gateway-");
            RunningGateway running = new RunningGateway(folder, demonstration);
            Runtime.getRuntime().addShutdownHook(new Thread(running::end));
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gateway of this JVM, begun when the first test asks for it. */
    public static RunningGateway shared() {
        return Shared.RUNNING;
    }

    /** Another gateway, filled as the demonstration is, until the JVM ends. */
    public static RunningGateway demonstration() {
        RunningGateway running = begin(true);
        running.fill();
        return running;
    }

    /** Fills it as the demonstration is, where that is not done. */
    public void fill() {
        new Town(gateway, this::confirm, folder).fill();
    }

    public Gateway gateway() {
        return gateway;
    }

    public Demonstration people() {
        return people;
    }

    /** Speaks with a new token of one role, which says whatever any role needs. */
    public Api as(Role role, int issuer) {
        return new Api(gateway.address(), Optional.of(token(role, issuer)));
    }

    /** A new token's text. */
    public String token(Role role, int issuer) {
        Owner person = people.person("张示范", Demonstration.CITIZEN);
        Owner owner =
                new Owner(
                        role.name(),
                        java.util.OptionalInt.of(issuer),
                        person.person(),
                        Optional.of("basic"));
        try {
            return gateway.tokens().create(Set.of(role), owner).text().reveal();
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number that no hospital has. */
    public int freeNumber() {
        return ISSUERS.incrementAndGet();
    }

    /** A hospital that seals its bills itself, enrolled and confirmed. */
    public Hospital hospital() {
        Hospital hospital = Hospital.withNewKeys(freeNumber(), Suite.SM2);
        enrol(
                application(hospital.issuer())
                        .put("keys", List.of(hospital.enrolment(code(hospital.issuer()))))
                        .end(),
                hospital.issuer());
        return hospital;
    }

    /** A hospital that seals its bills itself and makes new keys. */
    public SealingHospital sealingHospital() {
        return SealingHospital.at(this);
    }

    /** Takes a hospital's key out of use, as two organisations' administrators do. */
    public void revokeKey(Hospital hospital) {
        revokeKey(hospital.issuer(), 1, Optional.empty());
    }

    /** The same of another key, which is under suspicion since this moment. */
    public void revokeKey(int issuer, int keySeq, Optional<Instant> suspectSince) {
        Json record =
                Json.object()
                        .put("issuer", issuer)
                        .put("keySeq", keySeq)
                        .putText("suspectSince", suspectSince.map(Instant::toString))
                        .end();
        for (Organisation who : List.of(Organisation.INSURANCE, Organisation.FINANCE)) {
            settle(Call.of(new Caller(who, "admin"), "revokeKey").with(record));
        }
        awaitStopped(issuer, keySeq);
    }

    /** Stops a hospital's key at once, as one organisation's administrator may. */
    public void suspendKey(int issuer, int keySeq) {
        Json record = Json.object().put("issuer", issuer).put("keySeq", keySeq).end();
        settle(Call.of(Caller.ADMIN, "suspendKey").with(record));
        awaitStopped(issuer, keySeq);
    }

    private void awaitStopped(int issuer, int keySeq) {
        await(() -> gateway.view().issuer(issuer).orElseThrow().keyInUse(keySeq).isEmpty());
    }

    /** Gives a hospital the numbers of a code from one to another, as Finance does. */
    public void openSeries(int issuer, String code, String from, String to) {
        Json record =
                Json.object()
                        .put("code", code)
                        .put("from", from)
                        .put("to", to)
                        .put("issuer", issuer)
                        .end();
        long block =
                settle(
                        Call.of(new Caller(Organisation.FINANCE, "admin"), "openSeries")
                                .with(record));
        try {
            if (!gateway.view().await(block, Duration.ofSeconds(60))) {
                throw new AssertionError("the series is not projected");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Carries a call out and says in which block. */
    @CanIgnoreReturnValue
    private long settle(Call call) {
        try {
            return new Proposals(gateway.ledger()).settle(call, sent -> {}).block();
        } catch (Refused | RaceLost e) {
            throw new AssertionError(e);
        }
    }

    /** The number of a hospital for which the gateway seals, enrolled and confirmed. */
    public int hospitalInCustody() {
        int number = freeNumber();
        Json.Members custody = Json.object().put("suite", "ES256").end();
        enrol(application(number).put("custody", custody).end(), number);
        return number;
    }

    /** The national code that an enrolment of this number says. */
    public static String code(int number) {
        return "H%011d".formatted(number);
    }

    /** What an enrolment of this number says, keys excepted. */
    public static Json.Writer application(int number) {
        return Json.object()
                .put("number", number)
                .put("code", code(number))
                .put("name", "试验医院" + number);
    }

    void enrol(Json.Members application, int number) {
        try {
            Json.Members asked =
                    as(Role.ADMIN, number).post("/api/v1/issuers", application).expect(202).json();
            confirm(asked.text("digest"));
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
        await(() -> gateway.view().issuer(number).isPresent());
    }

    /** Confirms a call as Finance. */
    public void confirm(String digest) {
        try {
            ((EmbeddedLedger) gateway.ledger()).confirm(digest);
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    /** Asks until it is so: the ledger's blocks arrive a moment later. */
    public static void await(BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited too long");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void end() {
        gateway.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
