package io.yipiao.gateway.ledger.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Two operations on one bill at the same moment, through two gateways: what both are told and what
 * stands on the ledger then is what one of the two orders gives. Each pair of operations is raced.
 */
public abstract class PairRacesContract {
    private static final int ROUNDS = Boolean.getBoolean("yipiao.long") ? 200 : 1;
    private static final int AT_ONCE = 24;

    /** Two gateways' ways to one ledger, the same for all tests of a class. */
    protected abstract List<LedgerClient> gateways();

    protected abstract TestChannel channel();

    /** What both were told, and what stands on the ledger then. */
    private record Ending(Contenders.Outcomes told, String standing) {}

    /** What the two orders give. */
    private record Orders(Race race, Ending forth, Ending back) {}

    @Test
    public void every_pair_of_operations_that_races_ends_as_one_of_its_two_orders()
            throws Exception {
        List<Orders> orders = orders();
        Contenders contenders = new Contenders(gateways());
        int[] wins = new int[2];
        for (int round = 0; round < ROUNDS; round++) {
            List<RacedBill> bills = bills();
            List<Ending> endings =
                    each(
                            orders,
                            i -> {
                                Race race = orders.get(i).race();
                                return ending(
                                        bills.get(i),
                                        contenders.atOnce(
                                                race.one().of(bills.get(i), 1),
                                                race.other().of(bills.get(i), 2)));
                            });
            for (int i = 0; i < orders.size(); i++) {
                Orders expected = orders.get(i);
                boolean isForth = endings.get(i).equals(expected.forth());
                assertTrue(
                        isForth || endings.get(i).equals(expected.back()),
                        () -> expected + "\nended as " + endings);
                wins[isForth ? 0 : 1]++;
            }
        }
        System.out.println(
                "%d pairs, %d rounds: %d ended as if the first came first, %d otherwise; %d lost"
                                .formatted(
                                        Race.ALL.size(),
                                        ROUNDS,
                                        wins[0],
                                        wins[1],
                                        contenders.lost())
                        + " a race and proposed anew");
        assertTrue(contenders.lost() > 0, "nobody met anybody");
    }

    /** Each race run as what it must not differ from. */
    private List<Orders> orders() throws Exception {
        Contenders contenders = new Contenders(gateways());
        List<RacedBill> forth = bills();
        List<RacedBill> back = bills();
        return each(
                Race.ALL,
                i -> {
                    Race race = Race.ALL.get(i);
                    RacedBill here = forth.get(i);
                    RacedBill there = back.get(i);
                    Orders orders =
                            new Orders(
                                    race,
                                    ending(
                                            here,
                                            contenders.inOrder(
                                                    race.one().of(here, 1),
                                                    race.other().of(here, 2))),
                                    ending(
                                            there,
                                            contenders.inReverse(
                                                    race.one().of(there, 1),
                                                    race.other().of(there, 2))));
                    checkWorthARace(orders);
                    return orders;
                });
    }

    /** Whoever comes first is told yes; but of a bill that was taken back much is refused. */
    private static void checkWorthARace(Orders orders) {
        if (orders.race().start() != RaceStart.REVERSED) {
            assertFalse(orders.forth().told().first().startsWith("refused"), orders::toString);
            assertFalse(orders.back().told().second().startsWith("refused"), orders::toString);
        }
    }

    @Test
    public void an_anchor_that_races_the_end_or_the_renewal_of_its_key_ends_as_one_of_two_orders()
            throws Exception {
        Contenders contenders = new Contenders(gateways());
        int rounds = Math.max(1, ROUNDS / 4);
        for (KeyOperation operation : KeyOperation.values()) {
            KeyRace forth = new KeyRace(channel(), operation);
            KeyRace back = new KeyRace(channel(), operation);
            List<Contenders.Outcomes> orders =
                    List.of(
                            contenders.inOrder(forth.anchor(), forth.call()),
                            contenders.inReverse(back.anchor(), back.call()));
            assertTrue(
                    orders.stream().anyMatch(told -> told.first().contains("ANCHORED")),
                    orders::toString);
            for (int round = 0; round < rounds; round++) {
                KeyRace race = new KeyRace(channel(), operation);
                Contenders.Outcomes told = contenders.atOnce(race.anchor(), race.call());
                assertTrue(orders.contains(told), () -> operation + ": " + told + " of " + orders);
                assertEquals(
                        told.first().contains("ANCHORED"),
                        race.isAnchored(gateways().getFirst()),
                        told::toString);
            }
        }
    }

    private Ending ending(RacedBill bill, Contenders.Outcomes told) throws Exception {
        return new Ending(told, ground().standing(bill));
    }

    private RaceGround ground() {
        return new RaceGround(channel(), gateways().getFirst());
    }

    /** A bill for each race, where its race starts. */
    private List<RacedBill> bills() throws Exception {
        List<RacedBill> bills =
                Race.ALL.stream().map(race -> race.bill(channel().issuer())).toList();
        ground().prepare(bills);
        List<Callable<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            RacedBill bill = bills.get(i);
            Race race = Race.ALL.get(i);
            for (int who = 1; who <= 2; who++) {
                int n = 10 + who;
                RacedOperation operation = who == 1 ? race.one() : race.other();
                if (operation == RacedOperation.WRITE_OFF) {
                    asked.add(() -> {
                        channel().settle(bill.askWriteOff("assistance", "C3", n, 200));
                        return true;
                    });
                }
            }
        }
        all(asked);
        return bills;
    }

    private interface Step<T> {
        T at(int index) throws Exception;
    }

    private static <T> List<T> each(List<?> of, Step<T> step) throws Exception {
        List<Callable<T>> work = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            int index = i;
            work.add(() -> step.at(index));
        }
        return all(work);
    }

    /** A few at once: the ledger is to meet races, not a flood. */
    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : work) {
                places.acquire();
                running.add(
                        threads.submit(() -> {
                            try {
                                return each.call();
                            } finally {
                                places.release();
                            }
                        }));
            }
            for (Future<T> each : running) {
                results.add(each.get());
            }
        }
        assertEquals(work.size(), results.size());
        return results;
    }
}
