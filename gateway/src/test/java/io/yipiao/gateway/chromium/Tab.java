package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;

import io.yipiao.gateway.start.RunningGateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A visitor's open page. */
public final class Tab implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /**
     * Asks axe in the page itself. Its Java binding opens a second page for each answer, and has
     * the nodes told that are well: that took three times as long.
     */
    private static final String GRAVE =
            """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))
            """;

    private static final int PATIENCE_MILLIS = 15_000;

    private final Visitor visitor;
    private final BrowserContext context;
    private final Page page;

    Tab(Visitor visitor, BrowserContext context) {
        this.visitor = visitor;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    /** What Playwright can do with it. */
    public Page page() {
        return page;
    }

    /** Opens a path of the gateway, whatever it answers. */
    public Response open(String path) {
        return Objects.requireNonNull(page.navigate(path), path);
    }

    /** Opens a path, which must be answered well. */
    public Tab at(String path) {
        assertEquals(200, open(path).status(), path);
        return this;
    }

    /**
     * Presses the button, or follows the link, of just these words: the content's, if it has one.
     */
    public Tab press(String words) {
        Locator inContent = named(page.locator("main"), words);
        (inContent.count() > 0 ? inContent : named(page.locator("body"), words)).first().click();
        return this;
    }

    /** Chooses a file of bills. */
    public Tab choose(String name, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload(name, "application/x-ndjson", file));
        return this;
    }

    /** What the link of just these words has the browser save. */
    public byte[] download(String words) {
        Download file = page.waitForDownload(() -> press(words));
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with the keyboard, as often as it says. */
    public Tab key(String name, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(name);
        }
        return this;
    }

    /**
     * Waits until the page was painted and has put the focus where it begins, at a desk its scan
     * box: Chromium drops keys that come before.
     */
    public Tab ready() {
        page.locator("#scan:focus, section.errors:focus").waitFor();
        return this;
    }

    /**
     * Types what a scanner reads into the scan box, which has the focus; a scanner ends with Enter.
     */
    public Tab scan(String text) {
        ready().type(text).key("Enter", 1);
        return this;
    }

    /**
     * Presses a key with Alt as a keyboard does. Playwright's own press leaves out the text, by
     * which Chromium finds an access key.
     */
    public Tab alt(char key) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "keyDown");
        event.addProperty("modifiers", 1);
        event.addProperty("key", String.valueOf(key));
        event.addProperty("text", String.valueOf(key));
        event.addProperty("unmodifiedText", String.valueOf(key));
        event.addProperty("windowsVirtualKeyCode", (int) Character.toUpperCase(key));
        CDPSession keyboard = context.newCDPSession(page);
        keyboard.send("Input.dispatchKeyEvent", event);
        event.addProperty("type", "keyUp");
        event.remove("text");
        keyboard.send("Input.dispatchKeyEvent", event);
        keyboard.detach();
        return this;
    }

    /** Types text where the focus is, as a scanner does. */
    public Tab type(String text) {
        page.keyboard().insertText(text);
        return this;
    }

    /** Fills the field of this label. */
    public Tab fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /** The page's first heading. */
    public String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    /** What the page shows, as one reads it. */
    public String text() {
        return page.locator("main").innerText();
    }

    /** Loads the page anew until it has these words. */
    public Tab reloadUntil(String words) {
        RunningGateway.await(() -> {
            page.waitForLoadState();
            return isReloaded() && text().contains(words);
        });
        return this;
    }

    /** Not if the page went on by itself at the same moment. */
    private boolean isReloaded() {
        try {
            page.reload();
            return true;
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("ERR_ABORTED")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * What has the focus, once something has: a browser gives it to what asks for it when it paints
     * the page, which may be after the page has loaded. As a selector would name it: {@code
     * a.skip}, {@code input#number}.
     */
    public String focused() {
        page.waitForFunction("() => document.activeElement !== document.body");
        return (String)
                page.evaluate(
                        "() => { const e = document.activeElement; return e.tagName.toLowerCase()"
                                + " + (e.id ? '#' + e.id : e.className ? '.'"
                                + " + e.className.trim().split(/\\s+/).join('.') : ''); }");
    }

    /** Whether nothing stands out sideways, except what scrolls by itself. */
    public boolean fits() {
        return (boolean)
                page.evaluate(
                        "() => document.documentElement.scrollWidth"
                                + " <= document.documentElement.clientWidth");
    }

    /** When something of the page was seen, in milliseconds after it was asked for. */
    double firstPaint() {
        return ((Number)
                        page.evaluate(
                                "() => new Promise(done => new PerformanceObserver((seen, self) =>"
                                    + " { self.disconnect(); done(seen.getEntries()[0].startTime);"
                                    + " }).observe({type: 'paint', buffered: true}))"))
                .doubleValue();
    }

    /** The first thing that is seen in another colour than black on white; empty if none is. */
    String coloured() {
        return (String)
                page.evaluate(
                        "() => { for (const e of document.querySelectorAll('main *')) {"
                                + " if (!e.checkVisibility() || e.closest('svg')) continue;"
                                + " const s = getComputedStyle(e);"
                                + " if (s.color !== 'rgb(0, 0, 0)' || !['rgba(0, 0, 0, 0)',"
                                + " 'rgb(255, 255, 255)'].includes(s.backgroundColor))"
                                + " return e.outerHTML.slice(0, 200) + s.color + s.backgroundColor;"
                                + " } return ''; }");
    }

    /** Keeps the whole page as {@code target/screenshots/NAME-WIDTH-LANGUAGE.png}. */
    public Tab screenshot(String name) {
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + "-" + visitor.tag() + ".png")));
        return this;
    }

    /** Keeps what paper would show as {@code target/screenshots/NAME-print-WIDTH-LANGUAGE.png}. */
    public Tab print(String name) {
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        screenshot(name + "-print");
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
        return this;
    }

    /**
     * Fails if axe finds something serious or critical. Where scripts are off axe cannot run, and
     * nothing is looked at.
     */
    public Tab axe() {
        if (!visitor.scripts()) {
            return this;
        }
        page.evaluate(AxeBuilder.getAxeScript());
        Object findings = page.evaluate(GRAVE);
        assertEquals(List.of(), findings, () -> page.url() + " " + visitor.tag());
        return this;
    }

    private static Locator named(Locator within, String words) {
        Locator.GetByRoleOptions exactly =
                new Locator.GetByRoleOptions().setName(words).setExact(true);
        return within.getByRole(AriaRole.BUTTON, exactly)
                .or(within.getByRole(AriaRole.LINK, exactly));
    }

    @Override
    public void close() {
        context.close();
    }
}
