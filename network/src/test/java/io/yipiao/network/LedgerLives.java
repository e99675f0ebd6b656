package io.yipiao.network;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.network.fire.Asked;
import io.yipiao.network.fire.Told;
import io.yipiao.network.fire.ToldLog;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.fingerprint.Opening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bills that live on the ledger one after another, through the clients of several gateways, until
 * it is closed: anchored, claimed in one of five ways, each in the sight of the log.
 */
final class LedgerLives implements AutoCloseable {
    private static final long FEN = 10_000;
    private static final long CLAIM = 7_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestChannel channel;
    private final List<StubbornClient> clients;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> living = new ArrayList<>();
    private final AtomicInteger born = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Duration pace;
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param atOnce how many bills live at any time
     * @param pace how long it takes at least from one bill to the next
     */
    LedgerLives(
            TestChannel channel,
            List<LedgerClient> ledgers,
            ToldLog log,
            int atOnce,
            Duration pace) {
        this.channel = channel;
        this.pace = pace;
        this.clients = ledgers.stream().map(ledger -> new StubbornClient(ledger, log)).toList();
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

    /** How often a client was told that nothing is known, and had to ask again. */
    int unknown() {
        return clients.stream().mapToInt(StubbornClient::unknown).sum();
    }

    /** Waits until so many more bills have lived, all that began before included. */
    void awaitMore(int more) throws Exception {
        int wanted = born.get() + more;
        Await.until(
                more + " more bills",
                PATIENCE,
                () -> {
                    checkLiving();
                    return ended.get() >= wanted;
                });
    }

    /** Fails if one of the clients has given up. */
    void checkLiving() throws Exception {
        for (Future<?> each : living) {
            if (each.isDone()) {
                each.get();
            }
        }
    }

    private void live() throws InterruptedException {
        while (!stopped) {
            int number = born.incrementAndGet();
            StubbornClient client = clients.get(number % clients.size());
            Opening bill = channel.issuer().bill(FEN);
            anchor(client, bill);
            Life life = new Life(client, bill, "L" + number);
            switch (number % 5) {
                case 0 -> {
                    life.holdAndStamp("basic");
                    life.holdAndStamp("basic");
                }
                case 1 -> {
                    life.hold("basic");
                    life.stamp("basic");
                }
                case 2 -> {
                    life.hold("serious");
                    life.release("serious");
                    life.hold("basic");
                }
                case 3 -> {
                    life.holdAndStamp("basic");
                    life.reverse();
                }
                default -> rivals(bill, number);
            }
            ended.incrementAndGet();
            Thread.sleep(pace);
        }
    }

    /** Two claims of one bill at the same time, by different gateways. */
    private void rivals(Opening bill, int number) {
        Life here = new Life(clients.getFirst(), bill, "L" + number);
        Life there = new Life(clients.getLast(), bill, "M" + number);
        Future<?> other = threads.submit(() -> there.holdAndStamp("basic"));
        here.holdAndStamp("basic");
        try {
            other.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void anchor(StubbornClient client, Opening bill) {
        Batch batch = channel.issuer().batch(List.of(bill));
        client.ask(
                new Told(
                        "anchor " + bill.fingerprint(),
                        Asked.ANCHOR,
                        bill.fingerprint().digest(),
                        "",
                        "",
                        bill.core().claimable().value(),
                        Told.Outcome.UNKNOWN,
                        batch.header().root().hex()),
                channel.issuer().anchor(List.of(batch)));
    }

    /** What one claim asks of one bill. */
    private final class Life {
        private final StubbornClient client;
        private final Opening bill;
        private final String claim;

        Life(StubbornClient client, Opening bill, String claim) {
            this.client = client;
            this.bill = bill;
            this.claim = claim;
        }

        void holdAndStamp(String payer) {
            ask(Asked.STAMP, payer, channel.holdAndStamp(bill, payer, claim, CLAIM));
        }

        void hold(String payer) {
            ask(Asked.HOLD, payer, channel.hold(bill, payer, claim, CLAIM));
        }

        void stamp(String payer) {
            ask(Asked.STAMP, payer, channel.stamp(index(), payer, claim, CLAIM));
        }

        void release(String payer) {
            ask(Asked.RELEASE, payer, channel.release(index(), payer, claim));
        }

        void reverse() {
            Opening red = channel.issuer().redBill(bill);
            anchor(client, red);
            ask(Asked.REVERSE, "", channel.reverse(red));
        }

        private void ask(Asked asked, String payer, Call call) {
            client.ask(
                    new Told(
                            claim + " " + asked,
                            asked,
                            bill.fingerprint().digest(),
                            payer,
                            payer.isEmpty() ? "" : claim,
                            payer.isEmpty() ? 0 : CLAIM,
                            Told.Outcome.UNKNOWN,
                            ""),
                    call);
        }

        private String index() {
            return client.index(bill.core().id());
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
