package io.yipiao.network.bench.row;

import io.yipiao.gateway.store.EmbeddedPostgres;
import io.yipiao.network.Command;
import io.yipiao.network.FabricNetwork;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Scale;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From nothing: a network to its first transaction, and the demonstration to its first page. */
final class StartRow implements Measurement {
    /** A step of the command, and how long it took. */
    private static final Pattern STEP = Pattern.compile("fabric: +([0-9]+\\.[0-9]) s  (.*)");

    private static final Pattern OPEN = Pattern.compile("is open at (http://\\S+)");

    @Override
    public String id() {
        return "start";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        int runs = stage.scale().of(1, 5, 5);
        List<Double> whole = new ArrayList<>();
        List<Double> fabric = new ArrayList<>();
        List<Double> page = new ArrayList<>();
        List<Double> postgres = new ArrayList<>();
        if (isCached(stage)) {
            Command.run(List.of(launcher(stage), "--ready"));
        }
        for (int run = 0; run < runs; run++) {
            FabricNetwork network = stage.anotherNetwork("start-network", Map.of());
            Files.createDirectories(network.folder());
            long begun = System.nanoTime();
            String said = network.up();
            whole.add((System.nanoTime() - begun) / 1e9);
            fabric.add(fabricAlone(said));
            network.reset();
            page.add(firstPage(stage, run));
            postgres.add(postgresAlone(stage, run));
        }
        return List.of(
                new Line(
                        "start-network",
                        "cold start: network to first transaction",
                        new Series("ours", Unit.SECONDS, whole),
                        List.of(new Series("Fabric's programs alone", Unit.SECONDS, fabric)),
                        Goal.of(15, "10 s")),
                new Line(
                        "start-page",
                        "cold start: demonstration to first page",
                        new Series("ours", Unit.SECONDS, page),
                        List.of(new Series("a new PostgreSQL alone", Unit.SECONDS, postgres)),
                        Goal.of(20, "8 s")));
    }

    /** What is not of the chaincode: certificates, configuration, processes, the channel. */
    private static double fabricAlone(String said) {
        double seconds = 0;
        for (String line : said.lines().toList()) {
            Matcher step = STEP.matcher(line);
            if (step.matches() && !step.group(2).matches("chaincode.*|first transaction")) {
                seconds += Double.parseDouble(step.group(1));
            }
        }
        return seconds;
    }

    /** What makes later starts quicker takes longer than a small run may. */
    private static boolean isCached(Stage stage) {
        return stage.scale() != Scale.SMALL;
    }

    private static String launcher(Stage stage) {
        return stage.root().resolve("gateway/yipiao").toString();
    }

    private static double firstPage(Stage stage, int run) throws Exception {
        Path data = stage.folder().resolve("start-page-" + run + "-" + System.nanoTime());
        long begun = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(launcher(stage), "--data=" + data, "--http-port=0")
                        .redirectError(stage.folder().resolve("start-page.log").toFile());
        if (!isCached(stage)) {
            builder.environment().put("YIPIAO_AOT", "none");
        }
        Process process = builder.start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            URI home = opened(said);
            HttpClient client = HttpClient.newHttpClient();
            int status =
                    client.send(HttpRequest.newBuilder(home).build(), BodyHandlers.discarding())
                            .statusCode();
            if (status != 200) {
                throw new IllegalStateException("the first page was answered " + status);
            }
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static URI opened(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher open = OPEN.matcher(line);
            if (open.find()) {
                return URI.create(open.group(1) + "/");
            }
        }
        throw new IllegalStateException("the demonstration did not open");
    }

    private static double postgresAlone(Stage stage, int run) {
        Path data = stage.folder().resolve("start-postgres-" + run + "-" + System.nanoTime());
        long begun = System.nanoTime();
        EmbeddedPostgres server = EmbeddedPostgres.start(data);
        double seconds = (System.nanoTime() - begun) / 1e9;
        server.close();
        return seconds;
    }
}
