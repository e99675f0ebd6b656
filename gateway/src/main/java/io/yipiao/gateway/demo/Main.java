package io.yipiao.gateway.demo;

import io.yipiao.gateway.journal.Journal;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.settings.LedgerSettings;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.settings.SettingsException;
import io.yipiao.gateway.start.Gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The first command: starts the demonstration and prints where to look, or, with {@code --story},
 * tells the whole story and ends.
 */
public final class Main {
    private static final Log LOG = Log.of(Main.class);
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final Settings settings;
    private final Path network;
    private final PrintStream out;

    private Main(Settings settings, Path network, PrintStream out) {
        this.settings = settings;
        this.network = network;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Journal.begin();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code --story} and settings
     * @return the exit status
     */
    public static int run(List<String> arguments, PrintStream out) {
        boolean story = arguments.contains("--story");
        List<String> flags = new ArrayList<>(arguments);
        flags.removeIf("--story"::equals);
        Path network = Path.of(System.getProperty("yipiao.network.command", "network/fabric"));
        try {
            if (!story) {
                begin(flags, network, out).serve();
                return OK;
            }
            Path data = Files.createTempDirectory("yipiao-story");
            try {
                flags.add("--data=" + data);
                flags.add("--http-port=0");
                begin(flags, network, out).tell();
                return OK;
            } finally {
                delete(data);
            }
        } catch (SettingsException e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (StoryException | IOException e) {
            out.println("The story ended: " + e.getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            LOG.error("the gateway did not start", e);
            out.println("The gateway did not start: " + e.getMessage());
            return FAILED;
        }
    }

    private static Main begin(List<String> flags, Path network, PrintStream out)
            throws SettingsException, IOException {
        List<String> all = new ArrayList<>(flags);
        if (flags.stream().noneMatch(flag -> flag.startsWith("--demonstration="))
                && !System.getenv().containsKey("YIPIAO_DEMONSTRATION")) {
            all.add("--demonstration=true");
        }
        Settings settings = Settings.read(all, System.getenv());
        if (settings.journal().isPresent()) {
            Journal.begin(settings.journal().get());
            out.println("Journal: " + settings.journal().get());
        }
        return new Main(settings, network, out);
    }

    private void tell() {
        Gateway[] running = {Gateway.start(settings, Clock.systemUTC())};
        // Ctrl+C in the middle: its database must not live on over a folder nobody knows.
        Thread stop = new Thread(() -> running[0].close(), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            new Story(
                            running[0],
                            () -> {
                                running[0].close();
                                running[0] = Gateway.start(settings, Clock.systemUTC());
                                return running[0];
                            },
                            digest -> finance(running[0]).confirm(digest),
                            out)
                    .tell();
        } finally {
            running[0].close();
            forget(stop);
        }
    }

    /** A hook that has begun to run, because the process ends, cannot be taken back. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.info("stopping");
        }
    }

    private void serve() {
        Gateway gateway = Gateway.start(settings, Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stop =
                new Thread(
                        () -> {
                            gateway.close();
                            stopped.countDown();
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        if (settings.demonstration()) {
            new ShopWindow(gateway, settings, finance(gateway), out).open();
        } else {
            out.println("一票 Yipiao is open at " + gateway.address());
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Confirmation finance(Gateway gateway) {
        return switch (settings.ledger()) {
            case LedgerSettings.Embedded embedded -> digest -> confirm(gateway, digest);
            case LedgerSettings.Fabric fabric ->
                    new NetworkConfirmation(
                            network,
                            Objects.requireNonNull(fabric.client().toAbsolutePath().getParent()));
        };
    }

    private static void confirm(Gateway gateway, String digest) {
        try {
            ((EmbeddedLedger) gateway.ledger()).confirm(digest);
        } catch (Refused e) {
            throw new StoryException("Finance could not confirm: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
