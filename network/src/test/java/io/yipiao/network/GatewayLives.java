package io.yipiao.network;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.network.fire.Asked;
import io.yipiao.network.fire.Told;
import io.yipiao.network.fire.Told.Outcome;
import io.yipiao.network.fire.ToldLog;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bills that live with their patients and their hospital, over HTTP through two gateways that may
 * die: uploaded and claimed; claimed and taken back; claimed and withdrawn.
 */
final class GatewayLives implements AutoCloseable {
    private static final String CLAIMS = "/api/v1/claims";
    private static final Set<String> SETTLED =
            Set.of("PROVED", "RECOVERING", "FIRST_REVIEW", "SECOND_REVIEW");

    private final FireTown town;
    private final ToldLog log;
    private final StubbornCitizen hospital;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> living = new ArrayList<>();
    private final AtomicInteger born = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param atOnce how many bills live at any time
     */
    GatewayLives(FireTown town, ToldLog log, int atOnce) {
        this.town = town;
        this.log = log;
        this.hospital = new StubbornCitizen(town.gateways(), town.token(Role.HOSPITAL), unanswered);
        for (int i = 0; i < atOnce; i++) {
            living.add(
                    threads.submit(() -> {
                        live();
                        return true;
                    }));
        }
    }

    /** How many bills came to their end. */
    int ended() {
        return ended.get();
    }

    /** How many have begun. */
    int born() {
        return born.get();
    }

    /** How many requests were not answered and had to be made again. */
    int unanswered() {
        return unanswered.get();
    }

    /** Fails if one of the clients has given up. */
    void checkLiving() throws Exception {
        for (Future<?> each : living) {
            if (each.isDone()) {
                each.get();
            }
        }
    }

    private void live() throws FieldException {
        while (!stopped) {
            switch (born.incrementAndGet() % 3) {
                case 0 -> claimed();
                case 1 -> takenBack();
                default -> withdrawn();
            }
            ended.incrementAndGet();
        }
    }

    private void claimed() throws FieldException {
        Life life = new Life(visit());
        life.claim(Asked.STAMP);
        life.claimAgain(Asked.STAMP);
    }

    private void takenBack() throws FieldException {
        Life life = new Life(visit());
        life.claim(Asked.STAMP);
        upload(town.hospital().red(life.bill));
        life.await("RECOVERING");
        log.add(
                new Told(
                        life.key + " red",
                        Asked.REVERSE,
                        life.fingerprint,
                        "",
                        "",
                        0,
                        Outcome.DONE,
                        "RECOVERING"));
    }

    private void withdrawn() throws FieldException {
        Life life = new Life(town.stay());
        life.claim(Asked.HOLD);
        life.withdraw();
    }

    private FireTown.Visit visit() {
        FireTown.Visit visit = town.visits().poll();
        if (visit == null) {
            throw new AssertionError("all visits are claimed: let the town have more people");
        }
        return visit;
    }

    /** The hospital's upload of a bill, which it makes again until all of it is anchored. */
    private String upload(Bill bill) throws FieldException {
        byte[] upload = town.hospital().upload(List.of(bill));
        String key = UUID.randomUUID().toString();
        Api.Reply reply =
                hospital.ask(
                        api -> api.post(TestHospital.UPLOADS, TestHospital.NDJSON, upload, key),
                        () -> {});
        String stored = TestHospital.stored(reply).getFirst();
        hospital.until(
                "anchor",
                api -> api.get("/api/v1/bills/" + stored),
                found -> text(found, "state").equals("ANCHORED"),
                () -> {});
        log.add(
                new Told(
                        "anchor " + stored,
                        Asked.ANCHOR,
                        fingerprint(bill),
                        "",
                        "",
                        bill.claimable().value(),
                        Outcome.DONE,
                        town.hospital().batch(bill).header().root().hex()));
        return stored;
    }

    private Digest fingerprint(Bill bill) {
        return town.hospital().seal(bill).bill().fingerprint().digest();
    }

    /** One claim of one bill. */
    private final class Life {
        private final Bill bill;
        private final Digest fingerprint;
        private final String stored;
        private final StubbornCitizen patient;
        private final String key = UUID.randomUUID().toString();
        private String number = "";

        Life(FireTown.Visit visit) throws FieldException {
            bill = visit.bill();
            fingerprint = fingerprint(bill);
            stored = upload(bill);
            patient = new StubbornCitizen(town.gateways(), visit.patient(), unanswered);
        }

        /** Claims, and waits until the claim has come to rest. */
        void claim(Asked asked) throws FieldException {
            number = submitted(asked);
            Json.Members claim =
                    patient.until(
                                    "rest of claim " + number,
                                    api -> api.get(CLAIMS + "/" + number),
                                    reply -> SETTLED.contains(text(reply, "state")),
                                    () -> {})
                            .json();
            long fen = asked == Asked.STAMP ? claim.whole("benefitFen") : 1;
            log.add(told(key, asked, fen, Outcome.DONE, number));
        }

        /** What is asked again is answered as the first time. */
        void claimAgain(Asked asked) throws FieldException {
            log.add(told(key, asked, 1, Outcome.DONE, submitted(asked)));
        }

        private String submitted(Asked asked) throws FieldException {
            Json.Members claim = Json.object().put("billId", stored).end();
            return patient.ask(
                            api -> api.post(CLAIMS, claim, key),
                            () -> log.add(told(key, asked, 1, Outcome.UNKNOWN, "")))
                    .expect(201)
                    .json()
                    .text("number");
        }

        void withdraw() {
            patient.ask(
                    api -> api.post(CLAIMS + "/" + number + "/withdrawal", Json.object().end()),
                    () -> log.add(told(key + " back", Asked.RELEASE, 1, Outcome.UNKNOWN, "")));
            await("WITHDRAWN");
            log.add(told(key + " back", Asked.RELEASE, 1, Outcome.DONE, "WITHDRAWN"));
        }

        void await(String state) {
            patient.until(
                    state + " of claim " + number,
                    api -> api.get(CLAIMS + "/" + number),
                    reply -> text(reply, "state").equals(state),
                    () -> {});
        }

        private Told told(String request, Asked asked, long fen, Outcome outcome, String said) {
            return new Told(request, asked, fingerprint, "basic", number, fen, outcome, said);
        }
    }

    private static String text(Api.Reply reply, String member) {
        try {
            return reply.expect(200).json().text(member);
        } catch (FieldException e) {
            throw new AssertionError(reply.toString(), e);
        }
    }

    /** Lets the bills that live come to their end. */
    @Override
    public void close() {
        stopped = true;
        try (threads) {
            for (Future<?> each : living) {
                each.get();
            }
        } catch (Exception e) {
            throw new AssertionError("a client gave up", e);
        }
    }
}
