package io.yipiao.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Swagger UI over our contract. Its scripts and styles are files; nothing stands in the page. */
final class ApiPage {
    /** Swagger UI sets styles on elements; scripts stay within our own files. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final String KEEP = "public, max-age=86400";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "html", "text/html");

    private final Map<String, byte[]> files = new TreeMap<>();

    private ApiPage() {}

    static ApiPage load() {
        ApiPage page = new ApiPage();
        String swagger = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        page.add("index.html", "/api/");
        page.add("start.js", "/api/");
        page.add("swagger-ui.css", swagger);
        page.add("swagger-ui-bundle.js", swagger);
        return page;
    }

    Answer index() throws ProblemException {
        return file("index.html");
    }

    Answer file(String name) throws ProblemException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new ProblemException(Problem.notFound("file"));
        }
        return answer(name, content).with("Cache-Control", KEEP);
    }

    private static Answer answer(String name, byte[] content) {
        String type = Optional.ofNullable(TYPES.get(name.replaceFirst(".*\\.", ""))).orElseThrow();
        return Answer.of(200, type + ";charset=utf-8", content)
                .with("Content-Security-Policy", POLICY);
    }

    private void add(String name, String folder) {
        files.put(name, read(folder + name));
    }

    private static String version() {
        Properties about = new Properties();
        String file = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream text = open(file)) {
            about.load(text);
            return about.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream content = open(resource)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Optional.ofNullable(ApiPage.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + resource));
    }
}
