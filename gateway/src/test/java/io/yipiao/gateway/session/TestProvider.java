package io.yipiao.gateway.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A small OpenID provider over HTTP: it gives each code once, to the client with the secret and the
 * code's verifier, and an ID token that a test may spoil.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "yipiao";
    public static final String SECRET = "a secret of client and provider";
    static final String SUBJECT = "248289761001";

    private final HttpServer server;
    private final ECKey key = newKey();
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private int codes;

    /** What a token says beyond the usual. */
    public volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;

    /** Signs tokens; the provider publishes {@link #key}. */
    volatile ECKey signer = key;

    public TestProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, about()));
        server.createContext(
                "/keys",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ECKey key() {
        return key;
    }

    /** The person signs in: where his browser is sent back to. */
    public URI letIn(URI request) {
        Map<String, String> parameters = parameters(request.getRawQuery());
        String code = "code-" + ++codes;
        asked.put(code, parameters);
        return URI.create(
                parameters.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + parameters.get("state"));
    }

    /** The person does not want to. */
    public URI turnAway(URI request) {
        Map<String, String> parameters = parameters(request.getRawQuery());
        return URI.create(
                parameters.get("redirect_uri")
                        + "?error=access_denied&state="
                        + parameters.get("state"));
    }

    private String about() {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256", "ES256"]}
        """
                .formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(),
                                StandardCharsets.US_ASCII));
        Map<String, String> request = asked.remove(form.getOrDefault("code", ""));
        if (request == null || !isClient(exchange) || !verifies(form, request)) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                """
                {"access_token": "unused", "token_type": "Bearer", "id_token": "%s"}
                """
                        .formatted(idToken(request)));
    }

    private static boolean isClient(HttpExchange exchange) {
        String id = CLIENT + ":" + SECRET.replace(' ', '+');
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(id.getBytes(StandardCharsets.US_ASCII));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean verifies(Map<String, String> form, Map<String, String> request) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    form.getOrDefault("code_verifier", "")
                                            .getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .equals(request.get("code_challenge"))
                    && Objects.equals(request.get("code_challenge_method"), "S256")
                    && Objects.equals(form.get("redirect_uri"), request.get("redirect_uri"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String idToken(Map<String, String> request) {
        JWTClaimsSet.Builder usual =
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject(SUBJECT)
                        .audience(CLIENT)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("nonce", request.get("nonce"));
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims.apply(usual).build());
            token.sign(new ECDSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            found.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
