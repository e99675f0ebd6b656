package io.yipiao.gateway.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns text into typed settings, noting each fault and going on with something harmless. */
final class SettingsReader {
    /** Scheme and host; 38 characters of host keep the QR symbol at version 13, level Q. */
    private static final Pattern PUBLIC_URL =
            Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    /** Whose keys are believed is not asked over an open line. */
    private static final Pattern ISSUER =
            Pattern.compile(
                    "(https://[A-Za-z0-9.-]+|http://(127\\.0\\.0\\.1|localhost))(:[0-9]{1,5})?"
                            + "(/[A-Za-z0-9._~/-]*)?");

    private static final int LONGEST_HOST = 38;

    private final Sources sources;
    private final List<Fault> faults;

    SettingsReader(Sources sources) {
        this.sources = sources;
        this.faults = new ArrayList<>(sources.faults());
    }

    Settings read() throws SettingsException {
        Path data = folder(Setting.DATA, Path.of(Setting.DATA.fallback()));
        Settings settings =
                new Settings(
                        data,
                        http(),
                        database(data),
                        ledger(data),
                        folder(Setting.KEYS, data.resolve("keys")),
                        oidc(),
                        limits(),
                        sms(),
                        demonstration(),
                        journal());
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings;
    }

    private HttpSettings http() {
        return new HttpSettings(host(), (int) whole(Setting.HTTP_PORT, 0, 65_535), publicUrl());
    }

    private DatabaseSettings database(Path data) {
        String database = text(Setting.DATABASE);
        int connections = (int) whole(Setting.DATABASE_CONNECTIONS, 2, 1_000);
        if (database.equals("embedded")) {
            return new DatabaseSettings.Embedded(data.resolve("database"), connections);
        }
        if (!database.startsWith("jdbc:postgresql://")) {
            fault(Setting.DATABASE, "embedded, or jdbc:postgresql://…");
        }
        return new DatabaseSettings.Remote(
                database,
                text(Setting.DATABASE_USER),
                file(Setting.DATABASE_PASSWORD_FILE),
                connections);
    }

    private LedgerSettings ledger(Path data) {
        return switch (text(Setting.LEDGER)) {
            case "embedded" -> new LedgerSettings.Embedded(data.resolve("ledger"));
            case "fabric" -> new LedgerSettings.Fabric(file(Setting.FABRIC_CLIENT));
            default -> {
                fault(Setting.LEDGER, "embedded, or fabric");
                yield new LedgerSettings.Embedded(data);
            }
        };
    }

    private Optional<OidcSettings> oidc() {
        if (text(Setting.OIDC_ISSUER).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new OidcSettings(
                        issuer(),
                        required(Setting.OIDC_CLIENT, "the client's id"),
                        file(Setting.OIDC_CLIENT_SECRET_FILE),
                        required(Setting.OIDC_ROLES_CLAIM, "a claim's name"),
                        optional(Setting.OIDC_ID_NUMBER_CLAIM),
                        optional(Setting.OIDC_HOSPITAL_CLAIM),
                        optional(Setting.OIDC_PAYER_CLAIM)));
    }

    private Limits limits() {
        return new Limits(
                (int) whole(Setting.BODY_LIMIT, 1_024, 16 << 20),
                (int) whole(Setting.PICTURE_LIMIT, 1_024, 64 << 20),
                whole(Setting.UPLOAD_LIMIT, 1_024, 1L << 40),
                Duration.ofSeconds(whole(Setting.DRAIN_SECONDS, 0, 600)));
    }

    private Optional<SmsSettings> sms() {
        String url = text(Setting.SMS_URL);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.matches("https?://[!-~]{1,500}")) {
            fault(Setting.SMS_URL, "https://… in ASCII");
            return Optional.empty();
        }
        return Optional.of(new SmsSettings(URI.create(url), file(Setting.SMS_TOKEN_FILE)));
    }

    private boolean demonstration() {
        String text = text(Setting.DEMONSTRATION);
        if (!text.equals("true") && !text.equals("false")) {
            fault(Setting.DEMONSTRATION, "true or false");
        }
        if (text.equals("true") && !isLoopback(host())) {
            fault(
                    Setting.DEMONSTRATION,
                    "false, as " + text(Setting.HTTP_HOST) + " is not loopback");
        }
        return text.equals("true");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<Path> journal() {
        return text(Setting.JOURNAL).isEmpty()
                ? Optional.empty()
                : Optional.of(path(Setting.JOURNAL, Path.of("")));
    }

    private String host() {
        String host = text(Setting.HTTP_HOST);
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            fault(Setting.HTTP_HOST, "an address of this machine");
        }
        return host;
    }

    private Optional<URI> publicUrl() {
        String text = text(Setting.PUBLIC_URL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int host = text.indexOf("://") + 3;
        if (!PUBLIC_URL.matcher(text).matches() || text.length() - host > LONGEST_HOST) {
            fault(Setting.PUBLIC_URL, "https://HOST without a path, HOST of at most 38 characters");
            return Optional.empty();
        }
        return Optional.of(URI.create(text));
    }

    private URI issuer() {
        String text = text(Setting.OIDC_ISSUER);
        if (!ISSUER.matcher(text).matches()) {
            fault(Setting.OIDC_ISSUER, "https://… without query; http only on loopback");
            return URI.create("https://invalid");
        }
        return URI.create(text);
    }

    private String required(Setting setting, String expected) {
        String text = text(setting);
        if (text.isEmpty()) {
            fault(setting, expected);
        }
        return text;
    }

    private Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    private String text(Setting setting) {
        return sources.of(setting).text();
    }

    private long whole(Setting setting, long least, long most) {
        try {
            long value = Long.parseLong(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The fault below says what is wanted.
        }
        fault(setting, "a whole number from " + least + " to " + most);
        return least;
    }

    private Path folder(Setting setting, Path fallback) {
        Path folder = path(setting, fallback);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            fault(setting, "a folder");
        }
        return folder;
    }

    private Path file(Setting setting) {
        Path file = path(setting, Path.of(""));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            fault(setting, "a file that can be read");
        }
        return file;
    }

    private Path path(Setting setting, Path fallback) {
        String text = text(setting);
        try {
            return (text.isEmpty() ? fallback : Path.of(text)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            fault(setting, "a path");
            return fallback;
        }
    }

    private void fault(Setting setting, String expected) {
        Said said = sources.of(setting);
        String found = said.text().isEmpty() ? "nothing" : said.text();
        faults.add(new Fault(said.source(), expected, found));
    }
}
