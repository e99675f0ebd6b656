package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;

import io.yipiao.gateway.access.Role;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** What a page weighs, and how soon it is seen. */
@Isolated("it looks at the time that a page takes")
class WeightIT {
    private static final int PAGE = 60_000;
    private static final int SCRIPTS = 3_000;
    private static final double PAINT_MILLIS = 1_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");
    private static final Pattern LOADED =
            Pattern.compile("(?:href|src)=\"(/assets/[^\"]+|/hospital/bills/[^\"]+/code)\"");
    private static final DemoSite SITE = DemoSite.shared();
    private static final Verdicts VERDICTS = Verdicts.shared();

    private final Map<String, Integer> weights = new HashMap<>();

    @Test
    void every_page_that_links_lead_to_is_light_and_loads_from_here_alone() {
        int pages = crawl(Visitor.on(Screen.PHONE), starts());
        for (Role role : List.of(Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.HOSPITAL)) {
            pages += crawl(Visitor.on(Screen.DESK).as(SITE.someone(Set.of(role))), List.of("/"));
        }
        Someone patient = SITE.patient(BillId.Kind.FISCAL, "0000000010");
        pages += crawl(Visitor.on(Screen.PHONE).as(patient), List.of("/"));
        assertTrue(pages > 50, "only " + pages + " pages were found");
    }

    private static List<String> starts() {
        List<String> starts = new ArrayList<>(List.of("/", "/style"));
        for (VerdictKind kind : VerdictKind.values()) {
            if (kind != VerdictKind.ELSEWHERE) {
                starts.add(VERDICTS.path(kind));
            }
        }
        return starts;
    }

    /** Opens each kind of page once, by following the links of the others. */
    private int crawl(Visitor visitor, List<String> starts) {
        int pages = 0;
        Deque<String> waiting = new ArrayDeque<>(starts);
        Set<String> seen = new HashSet<>();
        try (Tab tab = visitor.open()) {
            while (!waiting.isEmpty()) {
                String path = waiting.removeFirst();
                if (!seen.add(shape(path))) {
                    continue;
                }
                APIResponse answer = get(tab, path);
                if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                    pages++;
                    weigh(tab, path, answer);
                    waiting.addAll(links(path, answer.text()));
                }
            }
        }
        return pages;
    }

    private void weigh(Tab tab, String path, APIResponse page) {
        int sum = gzipped(page.body());
        int scripts = 0;
        Set<String> files = new HashSet<>();
        Matcher loaded = LOADED.matcher(page.text());
        while (loaded.find()) {
            if (files.add(loaded.group(1))) {
                int weight =
                        weights.computeIfAbsent(
                                loaded.group(1), file -> gzipped(get(tab, file).body()));
                sum += weight;
                scripts += loaded.group(1).endsWith(".js") ? weight : 0;
            }
        }
        assertTrue(sum <= PAGE, path + " weighs " + sum);
        assertTrue(scripts <= SCRIPTS, path + " has scripts of " + scripts);
    }

    /** Where it leads; fails if it loads or leads anywhere but here, or to a telephone. */
    private static List<String> links(String path, String page) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            String to = link.group(1).replace("&amp;", "&");
            assertTrue(to.matches("/([^/].*)?|tel:[0-9]+|\\?.*"), path + " leads to " + to);
            if (to.startsWith("/") && link.group().startsWith("href")) {
                links.add(to);
            }
        }
        return links;
    }

    private static APIResponse get(Tab tab, String path) {
        return tab.page()
                .context()
                .request()
                .get(path, RequestOptions.create().setMaxRedirects(2).setTimeout(20_000));
    }

    /** Pages of one kind, but each verdict's own, and each page that is asked something. */
    private static String shape(String path) {
        return path.startsWith("/Q/")
                ? path
                : URI.create(path)
                        .getPath()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", "{}");
    }

    private static int gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    @Test
    void the_first_paint_is_soon_and_no_request_leaves_the_host() {
        painted(
                Visitor.on(Screen.PHONE),
                List.of("/", "/scan", "/check", "/sign-in", VERDICTS.path(VerdictKind.OPEN)));
        Someone patient = VERDICTS.patient(VerdictKind.OPEN);
        painted(
                Visitor.on(Screen.PHONE).as(patient),
                List.of("/", "/bills", "/claims", "/me", VERDICTS.path(VerdictKind.OPEN)));
        painted(
                Visitor.on(Screen.DESK).as(SITE.someone(Set.of(Role.CLERK))),
                List.of("/desk", VERDICTS.path(VerdictKind.CONFLICT)));
        painted(
                Visitor.on(Screen.DESK).as(SITE.someone(Set.of(Role.HOSPITAL))),
                List.of("/hospital"));
        painted(Visitor.on(Screen.DESK).as(SITE.someone(Set.of(Role.AUDITOR))), List.of("/audit"));
    }

    /** The best of a few, so that a busy machine fails nothing. */
    private static void painted(Visitor visitor, List<String> paths) {
        try (Tab tab = visitor.open()) {
            List<String> away = new ArrayList<>();
            tab.page()
                    .onRequest(request -> {
                        if (!request.url().startsWith(SITE.address() + "/")) {
                            away.add(request.url());
                        }
                    });
            for (String path : paths) {
                double best = Double.MAX_VALUE;
                for (int i = 0; i < 4 && best > PAINT_MILLIS / 4; i++) {
                    best = Math.min(best, tab.at(path).firstPaint());
                }
                assertTrue(best < PAINT_MILLIS, path + " is painted after " + best + " ms");
            }
            assertEquals(List.of(), away);
        }
    }
}
