package io.yipiao.network.bench.row;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.Await;
import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The projection dropped and read again from all the blocks that the other rows have made. */
final class RebuildRow implements Measurement {

    @Override
    public String id() {
        return "rebuild";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        Gateway gateway = stage.gateway();
        long bills = anchored(gateway);
        Line line =
                new Contest()
                        .with("ours", Unit.PER_SECOND, run -> rebuilt(gateway, bills))
                        .with(
                                "reading the blocks alone",
                                Unit.PER_SECOND,
                                run -> read(gateway.ledger(), bills))
                        .line(
                                "rebuild",
                                "projection rebuilt, bills",
                                stage.scale().runs(),
                                Goal.of(20_000, "50,000/s"));
        // Who measures next asks it for verdicts, which it gives once it has looked again.
        Await.until("the gateway to be ready", () -> isReady(gateway));
        return List.of(line);
    }

    private static boolean isReady(Gateway gateway) throws Exception {
        URI ready = gateway.address().resolve("/health/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static long anchored(Gateway gateway) {
        return gateway.database()
                .<Long, RuntimeException>with(handle ->
                        handle.createQuery("SELECT coalesce(sum(size), 0) FROM ledger_batch")
                                .mapTo(Long.class)
                                .one());
    }

    private static double rebuilt(Gateway gateway, long bills) throws Exception {
        long begun = System.nanoTime();
        gateway.projector().rebuild();
        Await.until("the projection", () -> !gateway.view().checkpoint().rebuilding());
        return bills / ((System.nanoTime() - begun) / 1e9);
    }

    private static double read(LedgerClient ledger, long bills) throws InterruptedException {
        long height = ledger.height();
        long begun = System.nanoTime();
        try (BlockStream blocks = ledger.blocks(0)) {
            for (long next = 0; next < height; ) {
                if (blocks.next(Duration.ofSeconds(5)).isPresent()) {
                    next++;
                }
            }
        }
        return bills / ((System.nanoTime() - begun) / 1e9);
    }
}
