package io.yipiao.gateway.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without scripts: keeps cookies, sends forms with the token of the page before. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final URI site;
    private String language = "zh-CN";
    private String token = "";

    public Browser(URI site) {
        this.site = site;
    }

    public Browser speaking(String tag) {
        language = tag;
        return this;
    }

    /** Opens a page; a redirect is not followed. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Opens what is written as it goes. */
    public BufferedReader follow(String path) {
        try {
            var stream =
                    client.send(
                            request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with the token of the page that was opened last. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(new TreeMap<>(fields).entrySet()));
    }

    /** The same, where several values of one name may be ticked. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        String body =
                Stream.concat(fields.stream(), Stream.of(Map.entry("csrf", token)))
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form in which fields may stand more than once. */
    public HttpResponse<String> postAll(String path, Map<String, List<String>> fields) {
        Stream<String> pairs =
                fields.entrySet().stream()
                        .flatMap(field ->
                                field.getValue().stream()
                                        .map(value ->
                                                encoded(field.getKey()) + "=" + encoded(value)));
        String body =
                Stream.concat(pairs, Stream.of("csrf=" + token)).collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a file as the page's script does, with the token in a header. */
    public HttpResponse<String> send(String path, byte[] file) {
        return send(request(path).header("X-Csrf", token).POST(BodyPublishers.ofByteArray(file)));
    }

    /** Sends a form with a file, as browsers do it (RFC 7578). */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String fileName, byte[] file) {
        Multipart form = multipart(fields, fileName, file);
        return send(
                request(path)
                        .header("Content-Type", form.type())
                        .POST(BodyPublishers.ofByteArray(form.body())));
    }

    /** Such a form as bytes, with the token of the page that was opened last. */
    public Multipart multipart(Map<String, String> fields, String fileName, byte[] file) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", token);
        return Multipart.of(all, fileName, file);
    }

    /** What stands in a file that a page links. */
    public byte[] fetch(String path) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a redirect leads. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    public void forgetToken() {
        token = "0".repeat(64);
    }

    /** Sends a form with a file, but not its last bytes, and holds the line. */
    public Socket half(
            String path, Map<String, String> fields, String fileName, byte[] file, int left)
            throws IOException {
        Multipart whole = multipart(fields, fileName, file);
        String head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(
                                path,
                                site.getAuthority(),
                                cookies().entrySet().stream()
                                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                        .collect(Collectors.joining("; ")),
                                whole.type(),
                                whole.body().length);
        Socket socket = new Socket(site.getHost(), site.getPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(Arrays.copyOf(whole.body(), whole.body().length - left));
        socket.getOutputStream().flush();
        return socket;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
