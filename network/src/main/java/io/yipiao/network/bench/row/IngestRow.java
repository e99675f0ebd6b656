package io.yipiao.network.bench.row;

import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.Await;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.network.corpus.Corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The corpus in: sent over HTTP by its hospitals, read, checked, stored, anchored on the real
 * network and projected. A part of it a run, as the whole is a year of a city; its seconds are told
 * for the whole.
 */
final class IngestRow implements Measurement {
    private static final int AT_ONCE = 2;

    @Override
    public String id() {
        return "ingest";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        int runs = Math.min(stage.scale().runs(), 5);
        long most = stage.scale().of(30_000, Corpus.LINES, Corpus.LINES);
        SentFiles sent = SentFiles.written(stage, runs, most);
        Gateway gateway = stage.gateway();
        Enrolments.enrol(gateway, sent.hospitals());
        Copied copied = new Copied(gateway.database(), stage.folder().resolve("copied"));
        copied.makeTables();
        List<Double> ours = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        for (SentFiles.Part part : sent.parts()) {
            double whole = Corpus.LINES / (double) part.lines();
            ours.add(whole * seconds(gateway, part));
            copy.add(whole * copied.seconds(part.issuers()));
            stage.tell(
                    "%,d bills of %,d lines: %.1f s, COPY alone %.1f s, heap %,d MiB"
                            .formatted(
                                    part.bills(),
                                    part.lines(),
                                    ours.getLast() / whole,
                                    copy.getLast() / whole,
                                    usedMebibytes()));
        }
        return List.of(
                new Line(
                        "ingest",
                        "the corpus in: read, checked, stored, anchored, projected",
                        new Series("ours", Unit.SECONDS, ours),
                        List.of(new Series("COPY of the same rows", Unit.SECONDS, copy)),
                        Goal.of(90, "30 s, ≤ 2 × COPY")));
    }

    private static double seconds(Gateway gateway, SentFiles.Part part) throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (Map.Entry<Integer, Path> file : part.files().entrySet()) {
            Uploading uploading = new Uploading(gateway, file.getKey());
            work.add(() -> {
                uploading.upload(file.getValue());
                return file;
            });
        }
        long begun = System.nanoTime();
        Load.of(AT_ONCE, work);
        Await.until("the anchors", () -> Uploading.waiting(gateway, part.issuers()) == 0);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long usedMebibytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
