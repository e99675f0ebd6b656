package io.yipiao.network.bench;

import io.yipiao.gateway.journal.Journal;
import io.yipiao.network.bench.loop.LoopRun;
import io.yipiao.network.bench.profile.FlameGraph;
import io.yipiao.network.bench.profile.Recorded;
import io.yipiao.network.bench.row.Rows;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code network/bench}: measures and tells. */
@Command(
        name = "network/bench",
        mixinStandardHelpOptions = true,
        description = "Measures every row beside its baseline in one run; about twenty minutes.")
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--full", description = "the long run: ten million bills, nine runs a row")
    private boolean full;

    @Option(names = "--small", description = "the run of CI: under three minutes")
    private boolean small;

    @Option(names = "--rows", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<String> rows = List.of();

    @Option(names = "--profile", description = "also where the time went: a flame graph a row")
    private boolean profile;

    @Option(names = "--loops", description = "the inner loops alone, by JMH; nothing else")
    private boolean loops;

    @Option(names = "--seed", description = "of the corpus (default: ${DEFAULT-VALUE})")
    private long seed = 20_261;

    @Option(names = "--data", description = "folder of national rule tables, if you have them")
    private Path data = Path.of("../shared/data/nhsa-rules");

    @Option(names = "--root", hidden = true, required = true)
    private Path root = Path.of(".");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = root.resolve("network/target/bench").toAbsolutePath();
        Files.createDirectories(folder);
        if (loops) {
            return LoopRun.run(small, folder.resolve("loops.json"));
        }
        Journal.begin(folder.resolve("journal.jsonl"));
        Table table = measured(folder);
        Files.writeString(folder.resolve("bench.md"), table.markdown());
        Files.writeString(folder.resolve("bench.json"), table.json());
        Files.writeString(folder.resolve("bench.svg"), Picture.of(table));
        System.out.println(table.markdown());
        System.out.println("also as " + folder + "/bench.{md,json,svg}");
        return 0;
    }

    private Table measured(Path folder) throws Exception {
        Scale scale = full ? Scale.FULL : small ? Scale.SMALL : Scale.USUAL;
        List<Line> lines = new ArrayList<>();
        try (Stage stage =
                new Stage(
                        root.toAbsolutePath().normalize(),
                        folder,
                        root.resolve(data),
                        scale,
                        seed)) {
            for (Measurement measurement : Rows.all()) {
                if (rows.isEmpty() || rows.contains(measurement.id())) {
                    stage.tell(measurement.id());
                    lines.addAll(
                            profile ? profiled(measurement, stage) : measurement.measure(stage));
                }
            }
        }
        return new Table(machine(), scale, lines);
    }

    private static List<Line> profiled(Measurement measurement, Stage stage) throws Exception {
        Path recording = stage.folder().resolve(measurement.id() + ".jfr");
        List<Line> lines = Recorded.during(recording, () -> measurement.measure(stage));
        String picture = FlameGraph.of(recording, measurement.id());
        Files.writeString(stage.folder().resolve(measurement.id() + ".svg"), picture);
        return lines;
    }

    private static String machine() throws IOException {
        Optional<String> model =
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
        return Runtime.getRuntime().availableProcessors()
                + " cores ("
                + model.orElse("unknown")
                + "), JDK "
                + Runtime.version().feature();
    }
}
