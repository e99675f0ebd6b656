package io.yipiao.gateway.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The shapes of the pages, compiled with the program. */
public final class Templates {
    private final TemplateEngine engine;

    public Templates() {
        engine =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, null, "io.yipiao.gateway.page");
        engine.setBinaryStaticContent(true);
    }

    /**
     * A page, or a part of one.
     *
     * @param template a file of jte whose parameters are {@code frame} and {@code page}
     */
    public byte[] html(String template, Frame frame, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, Map.of("frame", frame, "page", page), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
