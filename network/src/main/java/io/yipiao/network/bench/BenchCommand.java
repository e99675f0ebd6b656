package io.yipiao.network.bench;

import io.yipiao.gateway.journal.Journal;
import io.yipiao.network.bench.loop.LoopRun;
import io.yipiao.network.bench.profile.FlameGraph;
import io.yipiao.network.bench.profile.Recorded;
import io.yipiao.network.bench.row.Rows;
import io.yipiao.network.corpus.Corpus;
import io.yipiao.network.corpus.Items;
import io.yipiao.network.corpus.NoRuleTablesException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
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

    @Option(
            names = "--rows",
            split = ",",
            completionCandidates = RowNames.class,
            description = "only these: ${COMPLETION-CANDIDATES}")
    private List<String> rows = List.of();

    @Option(names = "--profile", description = "also where the time went: a flame graph a row")
    private boolean profile;

    @Option(names = "--loops", description = "the inner loops alone, by JMH; nothing else")
    private boolean loops;

    @Option(names = "--seed", description = "of the corpus (default: ${DEFAULT-VALUE})")
    private long seed = 20_261;

    @Option(
            names = "--data",
            description =
                    "folder of national rule tables (default: ../shared/data/nhsa-rules beside the"
                            + " checkout; invented items where that is not)")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--root", hidden = true, required = true)
    private Path root = Path.of(".");

    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    /** The command as it is run: what is wrong with an option is told in one sentence. */
    static CommandLine line() {
        return new CommandLine(new BenchCommand())
                .setParameterExceptionHandler((fault, arguments) -> {
                    fault.getCommandLine().getErr().println("bench: " + fault.getMessage());
                    return ExitCode.USAGE;
                });
    }

    /** What {@code --rows} may name. */
    private static final class RowNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Rows.all().stream().map(Measurement::id).iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        checkRows();
        Corpus corpus = new Corpus(seed, 1, items());
        Path folder = root.resolve("network/target/bench").toAbsolutePath();
        Files.createDirectories(folder);
        if (loops) {
            return LoopRun.run(small, folder.resolve("loops.json"));
        }
        Journal.begin(folder.resolve("journal.jsonl"));
        Table table = measured(folder, corpus);
        Files.writeString(folder.resolve("bench.md"), table.markdown());
        Files.writeString(folder.resolve("bench.json"), table.json());
        Files.writeString(folder.resolve("bench.svg"), Picture.of(table));
        System.out.println(table.markdown());
        System.out.println("also as " + folder + "/bench.{md,json,svg}");
        return 0;
    }

    private void checkRows() {
        List<String> known = Rows.all().stream().map(Measurement::id).toList();
        for (String row : rows) {
            if (!known.contains(row)) {
                throw wrong("--rows: no row is called %s; there are %s".formatted(row, known));
            }
        }
    }

    private Items items() {
        if (data.isEmpty()) {
            return Items.in(root.resolve("../shared/data/nhsa-rules"));
        }
        try {
            return Items.national(data.get());
        } catch (NoRuleTablesException e) {
            throw wrong("--data: " + e.getMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Table measured(Path folder, Corpus corpus) throws Exception {
        Scale scale = full ? Scale.FULL : small ? Scale.SMALL : Scale.USUAL;
        List<Line> lines = new ArrayList<>();
        try (Stage stage = new Stage(root.toAbsolutePath().normalize(), folder, corpus, scale)) {
            stage.tell(
                    "items are "
                            + (corpus.items().national()
                                    ? "the national catalogue's"
                                    : "invented"));
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
