package io.yipiao.gateway.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, started once for all tests of a thread. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /** Nothing of it talks to anybody but our gateway. */
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private Chromium() {}

    /** Playwright is used by the thread that made it alone. */
    private record Own(Playwright playwright, Browser browser) {
        private static final ThreadLocal<Own> OF_THREAD = ThreadLocal.withInitial(Own::create);

        private static Own create() {
            CreateOptions ours =
                    new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            Playwright created = Playwright.create(ours);
            Runtime.getRuntime().addShutdownHook(new Thread(created::close, "close Chromium"));
            return new Own(created, launch(created, List.of()));
        }
    }

    /** The browser that all tests of a thread share; each opens a context of its own in it. */
    static Browser shared() {
        return Own.OF_THREAD.get().browser();
    }

    /** Another browser, which a test closes itself, with flags of its own. */
    static Browser launch(List<String> more) {
        return launch(Own.OF_THREAD.get().playwright(), more);
    }

    private static Browser launch(Playwright playwright, List<String> more) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(more);
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(flags));
    }

    private static Path program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Optional<Path> found =
                NAMES.stream()
                        .flatMap(name ->
                                Stream.of(path.split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.orElseThrow(() ->
                new IllegalStateException(
                        "Chromium is needed for the tests of the pages, and none of "
                                + NAMES
                                + " is on the PATH: install your distribution's package chromium,"
                                + " and fonts-noto-cjk for the Chinese in the screenshots"));
    }
}
