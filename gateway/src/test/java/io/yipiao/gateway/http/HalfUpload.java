package io.yipiao.gateway.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An upload whose client announces a whole body, sends a part of it, and may hang up. */
final class HalfUpload implements AutoCloseable {
    private final Socket socket;

    HalfUpload(URI gateway, String token, String key, byte[] body, int sent) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        String head =
                """
                POST /api/v1/uploads HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: %d\r
                \r
                """
                        .formatted(gateway.getAuthority(), token, key, body.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(Arrays.copyOf(body, sent));
        socket.getOutputStream().flush();
    }

    /** Where progress can be asked for: the answer's head comes before the upload has ended. */
    String location() throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("location: ")) {
                return line.substring("location: ".length());
            }
        }
        throw new IOException("no Location");
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
