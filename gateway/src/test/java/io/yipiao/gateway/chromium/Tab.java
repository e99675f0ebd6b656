package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A visitor's open page. */
public final class Tab implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
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

    /** Goes on with the keyboard, as often as it says. */
    public Tab key(String name, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(name);
        }
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

    /** What has the focus, as a selector would name it: {@code a.skip}, {@code input#number}. */
    public String focused() {
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

    /** Keeps the whole page as {@code target/screenshots/NAME-WIDTH-LANGUAGE.png}. */
    public Tab screenshot(String name) {
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + "-" + visitor.tag() + ".png")));
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
        List<String> findings =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> GRAVE.contains(rule.getImpact()))
                                .map(rule -> rule.getId() + ": " + rule.getNodes())
                                .toList();
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
