package io.yipiao.gateway.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.verifier.verdict.Language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * The page that a phone's camera opens: the verdict's sentence, and what to compare with the paper.
 * A stranger learns what the paper says and whether the bill is free, partly or fully claimed.
 */
public final class BillPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "io.yipiao.gateway.page");
    private final byte[] style = style();
    private final Inquiry inquiry;
    private final String host;
    private final boolean trial;
    private final Clock clock;

    /**
     * @param host what the address bar should begin with, with its scheme
     * @param trial whether the ledger is the embedded one, which the page says
     */
    public BillPage(Inquiry inquiry, String host, boolean trial, Clock clock) {
        this.inquiry = inquiry;
        this.host = host;
        this.trial = trial;
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.SHOW_BILL, this::show)
                .on(
                        Route.STYLE,
                        call ->
                                Answer.of(200, "text/css;charset=utf-8", style)
                                        .with("Cache-Control", "max-age=3600"));
    }

    private Answer show(Call call) {
        Language language =
                call.header("accept-language").orElse("").startsWith("en")
                        ? Language.ENGLISH
                        : Language.CHINESE;
        Instant now = clock.instant();
        var answer = inquiry.ofText("/Q/" + call.path("text"), new Reader.Stranger());
        BillPageModel model =
                BillPageModel.of(answer.verdict(), language, TIME.format(now), host, trial);
        StringOutput html = new StringOutput();
        templates.render("bill.jte", model, html);
        return Answer.text(200, "text/html", html.toString())
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Language", language == Language.ENGLISH ? "en" : "zh-CN");
    }

    private static byte[] style() {
        try (InputStream in = BillPage.class.getResourceAsStream("/assets/yipiao.css")) {
            String css =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return css.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
