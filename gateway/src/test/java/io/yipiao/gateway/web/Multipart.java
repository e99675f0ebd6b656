package io.yipiao.gateway.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form of {@code multipart/form-data} as browsers send it, its file last. */
public final class Multipart {
    private static final String BOUNDARY = "----yipiao-test-7f3a9c";

    private final byte[] body;

    private Multipart(byte[] body) {
        this.body = body;
    }

    /** Its media type, with its boundary. */
    public String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        return body.clone();
    }

    static Multipart of(Map<String, String> fields, String fileName, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                text(
                        out,
                        "--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\""
                                + name
                                + "\"\r\n\r\n"
                                + value
                                + "\r\n"));
        // HTML, 4.10.21.8: quotes and line ends in names are escaped with per cent.
        String name = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        text(
                out,
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        out.writeBytes(file);
        text(out, "\r\n--" + BOUNDARY + "--\r\n");
        return new Multipart(out.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
