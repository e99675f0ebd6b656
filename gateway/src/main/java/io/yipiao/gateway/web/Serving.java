package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.http.BodyTooLargeException;
import io.yipiao.gateway.http.Call;
import io.yipiao.gateway.http.Exchange;
import io.yipiao.gateway.http.Metrics;
import io.yipiao.gateway.http.Mount;
import io.yipiao.gateway.http.Mounts;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.settings.Limits;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Language;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The law of every visit, in this order: who comes, may he, is the form ours, the handler, and
 * whatever went wrong as a page. Nothing else answers browsers.
 */
public final class Serving {
    private static final Log LOG = Log.of(Serving.class);

    private final Site site;
    private final Function<String, Optional<Principal>> sessions;
    private final Keeping keeping;
    private final Limits limits;
    private final Metrics metrics;
    private final Cookies cookies;
    private final Templates templates = new Templates();

    /**
     * @param sessions who signed in under a cookie's text
     * @param keeping where forms go that came too late
     */
    public Serving(
            Site site,
            Function<String, Optional<Principal>> sessions,
            Keeping keeping,
            Limits limits,
            Metrics metrics) {
        this.site = site;
        this.sessions = sessions;
        this.keeping = keeping;
        this.limits = limits;
        this.metrics = metrics;
        this.cookies = new Cookies(site.secure());
    }

    /** The paths of all pages, and the page for those that are not there. */
    public Mounts mounts(Pages pages) {
        List<Mount> mounts = new ArrayList<>();
        pages.complete()
                .forEach((page, handling) -> {
                    if (!page.demonstrationOnly() || site.demonstration()) {
                        mounts.add(mount(page, handling));
                    }
                });
        return new Mounts(mounts, this::missing);
    }

    private Mount mount(Page page, Pages.Handling handling) {
        return new Mount(page.method(), page.path(), exchange -> answer(page, handling, exchange));
    }

    private void missing(Exchange exchange) {
        Visited visited = visited(exchange, call -> "/");
        send(exchange, visited, trouble(Trouble.missing(exchange.number())));
    }

    private void answer(Page page, Pages.Handling handling, Exchange exchange) {
        long begun = System.nanoTime();
        Visited visited = visited(exchange, call -> here(page, call));
        int status;
        try {
            status = admitted(page, handling, exchange, visited);
        } catch (Exception | Error e) {
            status = send(exchange, visited, trouble(troubleOf(e, exchange.number())));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        metrics.answered("page " + page.name(), status, time);
        LOG.info(
                "page answered",
                "page",
                page.name(),
                "status",
                status,
                "millis",
                time.toMillis(),
                "account",
                visited.frame().visitor().map(Principal::token).map(UUID::toString).orElse(""));
    }

    private int admitted(Page page, Pages.Handling handling, Exchange exchange, Visited visited)
            throws FieldException, NoPageException, IOException {
        if (!page.admits(visited.frame().visitor())) {
            keep(page, exchange, visited);
            return send(exchange, visited, refusal(page, exchange, visited));
        }
        return switch (handling) {
            case Pages.Handling.Live(LiveHandler handler) -> live(handler, exchange, visited);
            case Pages.Handling.Plain(Handler handler) -> {
                Form form = Form.empty();
                if (page.method().equals("POST")) {
                    form = Form.ofUrlEncoded(exchange.body(limits.bodyBytes()));
                    if (!ours(visited, form.raw("csrf"))) {
                        yield send(exchange, visited, trouble(expired(exchange)));
                    }
                }
                yield send(exchange, visited, answer(page, handler, exchange, visited, form));
            }
            case Pages.Handling.File(FileHandler handler) -> {
                SentForm sent = SentForm.of(visited.call(), exchange.stream(limits.uploadBytes()));
                if (!ours(visited, sent.form().raw("csrf"))) {
                    yield send(exchange, visited, trouble(expired(exchange)));
                }
                Visit visit = visited.visit(sent.form(), cookies);
                yield send(exchange, visited, handler.answer(visit, sent.file()));
            }
        };
    }

    /** What was typed is not lost where we fail: the page of the trouble sends it again. */
    private Reply answer(Page page, Handler handler, Exchange exchange, Visited visited, Form form)
            throws FieldException, NoPageException, IOException {
        try {
            return handler.answer(visited.visit(form, cookies));
        } catch (RuntimeException | Error e) {
            Trouble trouble = troubleOf(e, exchange.number());
            return trouble(
                    page.method().equals("POST") && trouble.status() >= 500
                            ? trouble.keeping(visited.call().pathAndQuery(), form)
                            : trouble);
        }
    }

    private int live(LiveHandler handler, Exchange exchange, Visited visited)
            throws FieldException, NoPageException, IOException {
        StreamedAnswer answer = exchange.streamedAnswer();
        try {
            handler.answer(visited.visit(Form.empty(), cookies), answer);
            answer.end();
        } catch (Exception | Error e) {
            if (!answer.begun()) {
                throw e;
            }
            if (!(e instanceof IOException)) {
                LOG.warn("an answer was cut off", e);
            }
            answer.abort();
        }
        return 200;
    }

    /** What was typed by somebody whose session is over waits for him where he comes back to. */
    private void keep(Page page, Exchange exchange, Visited visited)
            throws IOException, IllegalFormException {
        Optional<String> session = visited.call().cookie(Cookies.SESSION);
        if (session.isEmpty() || visited.frame().visitor().isPresent() || !page.kept()) {
            return;
        }
        byte[] body = exchange.body(limits.bodyBytes());
        if (ours(visited, Form.ofUrlEncoded(body).raw("csrf"))) {
            String form = new String(body, StandardCharsets.UTF_8);
            keeping.keep(session.get(), visited.frame().here(), form);
        }
    }

    /** A stranger signs in and comes back; a visitor with another role is told who may. */
    private Reply refusal(Page page, Exchange exchange, Visited visited) {
        if (visited.frame().visitor().isEmpty()) {
            String back =
                    page.shown()
                            ? visited.frame().here()
                            : WayBack.ofForm(visited.call().pathAndQuery());
            return Reply.moved("/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        }
        String who =
                page.roles().stream()
                        .map(role -> visited.frame().say("role." + role.name()))
                        .sorted()
                        .collect(Collectors.joining("、"));
        return trouble(new Trouble(403, "wait", "role", who, exchange.number()));
    }

    /** Other sites' forms lack the digest of the visit's cookie (OWASP: signed double submit). */
    private static boolean ours(Visited visited, String token) {
        String from = visited.call().header("sec-fetch-site").orElse("same-origin");
        return visited.known()
                && (from.equals("same-origin") || from.equals("none"))
                && Cookies.matches(visited.text(), token);
    }

    private Visited visited(Exchange exchange, Function<Call, String> here) {
        Call call = exchange.call(Optional.empty());
        Optional<String> visit = call.cookie(Cookies.VISIT).filter(text -> text.length() == 22);
        String text = visit.orElseGet(Cookies::draw);
        Optional<Principal> visitor = call.cookie(Cookies.SESSION).flatMap(sessions);
        Frame frame =
                new Frame(
                        site,
                        View.of(call),
                        here.apply(call),
                        Cookies.token(text),
                        visitor,
                        call.query("said").filter(Serving::hasWords));
        return new Visited(call, text, visit.isPresent(), frame);
    }

    /** Whoever sends somebody a link may put anything there. */
    private static boolean hasWords(String said) {
        return Wording.in(Language.CHINESE).knows("said." + said);
    }

    /** A bill's text stays out of every link but its own page's. */
    private static String here(Page page, Call call) {
        return page.path().startsWith("/Q/") ? "/" : WayBack.withoutSaid(call.pathAndQuery());
    }

    private Reply trouble(Trouble trouble) {
        return Reply.page(trouble.status(), "trouble.jte", trouble);
    }

    private static Trouble expired(Exchange exchange) {
        return new Trouble(403, "wait", "expired", "", exchange.number());
    }

    private static Trouble troubleOf(Throwable failure, String number) {
        return switch (failure) {
            case NoPageException none -> Trouble.missing(number);
            case FieldException fault -> new Trouble(400, "stop", "field", fault.field(), number);
            case IllegalFormException form -> new Trouble(400, "stop", "form", "", number);
            case BodyTooLargeException large -> new Trouble(413, "stop", "large", "", number);
            case LedgerUnavailable outage -> {
                LOG.warn("the ledger is out of reach", outage);
                yield new Trouble(503, "wait", "ledger", "", number);
            }
            case IOException gone -> new Trouble(400, "wait", "form", "", number);
            default -> {
                LOG.error("a page failed", failure);
                yield new Trouble(500, "wait", "failure", number, number);
            }
        };
    }

    private int send(Exchange exchange, Visited visited, Reply reply) {
        Answer answer =
                switch (reply.body()) {
                    case Reply.Body.Shown(int status, String template, Object model) ->
                            page(status, templates.html(template, visited.frame(), model), visited);
                    case Reply.Body.Moved(String to) ->
                            Answer.text(303, "text/plain", "").with("Location", to);
                    case Reply.Body.Sent(Answer sent) -> sent;
                };
        for (String cookie : reply.cookies()) {
            answer = answer.withCookie(cookie);
        }
        exchange.send(answer);
        return answer.status();
    }

    private Answer page(int status, byte[] html, Visited visited) {
        Answer answer =
                Answer.of(status, "text/html;charset=utf-8", html)
                        .with("Content-Language", visited.frame().view().tag())
                        .with("Vary", "Accept-Language, Cookie");
        return visited.known()
                ? answer
                : answer.withCookie(cookies.forNow(Cookies.VISIT, visited.text()));
    }

    /**
     * A visit before its form is read.
     *
     * @param text of the visit's cookie
     * @param known whether the browser sent it
     */
    private record Visited(Call call, String text, boolean known, Frame frame) {
        Visit visit(Form form, Cookies cookies) {
            return new Visit(call, frame, form, cookies);
        }
    }
}
