package io.yipiao.gateway.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsTest {
    @TempDir private Path folder;

    @Test
    void defaults_are_embedded_and_on_loopback() throws SettingsException {
        Settings settings = Settings.read(List.of(), Map.of());

        assertEquals(new HttpSettings("127.0.0.1", 8642, Optional.empty()), settings.http());
        assertInstanceOf(DatabaseSettings.Embedded.class, settings.database());
        assertInstanceOf(LedgerSettings.Embedded.class, settings.ledger());
        assertEquals(settings.data().resolve("keys"), settings.keys());
    }

    @Test
    void a_flag_wins_over_the_environment_which_wins_over_the_file() throws Exception {
        Path file = folder.resolve("yipiao.properties");
        Files.writeString(file, "http-port=1001\ndrain-seconds=1\nbody-limit=2048\n");

        Settings settings =
                Settings.read(
                        List.of("--config=" + file, "--http-port=1003"),
                        Map.of("YIPIAO_HTTP_PORT", "1002", "YIPIAO_DRAIN_SECONDS", "2"));

        assertEquals(1003, settings.http().port());
        assertEquals(2, settings.limits().drain().toSeconds());
        assertEquals(2048, settings.limits().bodyBytes());
    }

    @Test
    void lists_every_fault_at_once_with_where_it_was_said() throws IOException {
        Path file = folder.resolve("yipiao.properties");
        Files.writeString(file, "colour=red\nledger=paper\n");

        SettingsException refusal =
                assertThrows(
                        SettingsException.class,
                        () ->
                                Settings.read(
                                        List.of(
                                                "--http-port=80a",
                                                "--public-url=ftp://example",
                                                "--story"),
                                        Map.of(
                                                "YIPIAO_CONFIG",
                                                file.toString(),
                                                "YIPIAO_DATABASE",
                                                "jdbc:mysql://db")));

        assertEquals(
                """
                Please correct 7 settings:
                  --story: expected --name=value, found no value
                  colour in %1$s: expected a setting's name, found colour
                  --http-port: expected a whole number from 0 to 65535, found 80a
                  --public-url: expected https://HOST without a path, HOST of at most 38 characters,\
                 found ftp://example
                  YIPIAO_DATABASE: expected embedded, or jdbc:postgresql://…, found jdbc:mysql://db
                  the default of database-password-file: expected a file that can be read,\
                 found nothing
                  ledger in %1$s: expected embedded, or fabric, found paper\
                """
                        .formatted(file),
                refusal.getMessage());
    }

    @Test
    void reads_where_phones_reach_it() throws SettingsException {
        Settings settings =
                Settings.read(List.of("--public-url=https://yipiao.example:8443"), Map.of());

        assertEquals(
                Optional.of(URI.create("https://yipiao.example:8443")),
                settings.http().publicUrl());
    }

    @Test
    void refuses_a_public_host_that_makes_the_qr_symbol_larger() {
        String host = "h".repeat(39);

        assertThrows(
                SettingsException.class,
                () -> Settings.read(List.of("--public-url=https://" + host), Map.of()));
    }

    @Test
    void takes_a_database_by_url_with_its_password_in_a_file() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret");

        Settings settings =
                Settings.read(
                        List.of(
                                "--database=jdbc:postgresql://db/yipiao",
                                "--database-user=gateway",
                                "--database-password-file=" + password),
                        Map.of());

        assertEquals(
                new DatabaseSettings.Remote("jdbc:postgresql://db/yipiao", "gateway", password, 16),
                settings.database());
        assertTrue(!settings.toString().contains("secret"));
    }

    @Test
    void takes_a_fabric_network_only_with_its_client_file() {
        SettingsException refusal =
                assertThrows(
                        SettingsException.class,
                        () -> Settings.read(List.of("--ledger=fabric"), Map.of()));

        assertEquals("the default of fabric-client", refusal.faults().getFirst().source());
    }

    @Test
    void takes_an_openid_provider_with_its_secret_in_a_file() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        Settings settings =
                Settings.read(
                        List.of(
                                "--oidc-issuer=https://id.example/realms/city",
                                "--oidc-client=yipiao",
                                "--oidc-client-secret-file=" + secret,
                                "--oidc-id-number-claim=id_number"),
                        Map.of());

        assertEquals(
                Optional.of(
                        new OidcSettings(
                                URI.create("https://id.example/realms/city"),
                                "yipiao",
                                secret,
                                "yipiao_roles",
                                Optional.of("id_number"),
                                Optional.empty(),
                                Optional.empty())),
                settings.oidc());
    }

    @Test
    void refuses_an_openid_provider_over_an_open_line_or_without_a_client() {
        SettingsException refusal =
                assertThrows(
                        SettingsException.class,
                        () -> Settings.read(List.of("--oidc-issuer=http://id.example"), Map.of()));

        assertEquals(
                List.of(
                        "--oidc-issuer",
                        "the default of oidc-client",
                        "the default of oidc-client-secret-file"),
                refusal.faults().stream().map(Fault::source).toList());
    }

    @Test
    void says_when_the_file_of_settings_is_not_there() {
        SettingsException refusal =
                assertThrows(
                        SettingsException.class,
                        () -> Settings.read(List.of("--config=/no/such/file"), Map.of()));

        assertEquals("--config", refusal.faults().getFirst().source());
    }
}
