package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Lets operations on different bills that wait at the same moment travel in one transaction. Who
 * comes alone travels at once; who comes while all carriers are under way waits for the next. What
 * does not go through together is tried one by one.
 */
final class Carriers {
    private final LedgerClient ledger;
    private final ClaimStore store;
    private final Function<Passenger, Carried> alone;
    private final Map<Kind, WaitingLine<Passenger>> lines = new ConcurrentHashMap<>();

    /** What may travel together: one function, by one payer. */
    private record Kind(Caller caller, String function) {}

    /**
     * @param alone carries one operation in a transaction of its own
     */
    Carriers(LedgerClient ledger, ClaimStore store, Function<Passenger, Carried> alone) {
        this.ledger = ledger;
        this.store = store;
        this.alone = alone;
    }

    /** Waits until the operation's outcome is known; fails as if it had travelled alone. */
    Carried carry(Passenger passenger) {
        Call call = passenger.call();
        WaitingLine<Passenger> line =
                lines.computeIfAbsent(
                        new Kind(call.caller(), call.function()),
                        kind -> new WaitingLine<>(one -> one.claim().bill()));
        if (line.add(passenger)) {
            Thread.ofVirtual().name("carrier").start(() -> drive(line));
        }
        return passenger.await();
    }

    private void drive(WaitingLine<Passenger> line) {
        for (List<Passenger> next = line.next(); !next.isEmpty(); next = line.next()) {
            if (next.size() == 1) {
                alone(next.getFirst());
            } else {
                together(next);
            }
        }
    }

    private void together(List<Passenger> passengers) {
        try {
            Endorsed endorsed =
                    ledger.endorse(
                            Call.together(passengers.stream().map(Passenger::call).toList()));
            List<Json.Members> answers = Said.answers(endorsed.answer());
            store.keep(passengers.stream().map(Passenger::claim).toList(), endorsed, answers);
            CrashPoint.CLAIM_ENDORSED.pass();
            switch (ledger.submit(endorsed.envelope())) {
                case Commit.Committed committed ->
                        arrived(passengers, Said.each(committed.id().hex(), answers));
                case Commit.Lost lost -> oneByOne(passengers);
                case Commit.Invalid invalid ->
                        throw new IllegalStateException(
                                "transaction " + invalid.id() + " is " + invalid.reason());
            }
        } catch (Refused | RaceLost | Overtaken e) {
            oneByOne(passengers);
        } catch (RuntimeException | Error e) {
            passengers.forEach(passenger -> passenger.failed(e));
        }
    }

    /** Stores what follows for all of them at once, then tells them. */
    private void arrived(List<Passenger> passengers, List<Said> said) {
        CrashPoint.CLAIM_COMMITTED_UNSEEN.pass();
        List<Moves.Step> steps = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i) instanceof Said.Done done) {
                steps.add(passengers.get(i).after(done));
            }
        }
        Iterator<Claim> moved = store.move(steps).iterator();
        for (int i = 0; i < said.size(); i++) {
            passengers
                    .get(i)
                    .told(
                            switch (said.get(i)) {
                                case Said.Done done -> new Carried.Arrived(moved.next());
                                case Said.No no -> new Carried.TurnedAway(no.code());
                            });
        }
    }

    private void oneByOne(List<Passenger> passengers) {
        for (Passenger passenger : passengers) {
            Thread.ofVirtual().name("carrier-of-one").start(() -> alone(passenger));
        }
    }

    private void alone(Passenger passenger) {
        try {
            passenger.told(alone.apply(passenger));
        } catch (RuntimeException | Error e) {
            passenger.failed(e);
        }
    }
}
