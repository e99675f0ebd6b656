package io.yipiao.gateway.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the gateway is told at its start; it never changes afterwards. Each part is listed in
 * {@link Setting}.
 *
 * @param data the folder of everything embedded
 * @param keys the folder of secret keys; missing ones are made there only if the database is the
 *     embedded one
 * @param oidc the OpenID provider people may sign in with; if empty, only accounts of our own
 * @param sms who sends text messages; if empty, nobody does
 * @param demonstration whether pages that only a demonstration has are there; never beyond loopback
 * @param journal the file that takes the journal; if empty, standard error
 */
public record Settings(
        Path data,
        HttpSettings http,
        DatabaseSettings database,
        LedgerSettings ledger,
        Path keys,
        Optional<OidcSettings> oidc,
        Limits limits,
        Optional<SmsSettings> sms,
        boolean demonstration,
        Optional<Path> journal) {

    /**
     * Reads the settings of a start.
     *
     * @param flags {@code --name=value} each
     * @param environment of which the names in {@link Setting#variable} count
     * @throws SettingsException listing every fault
     */
    public static Settings read(List<String> flags, Map<String, String> environment)
            throws SettingsException {
        return new SettingsReader(new Sources(flags, environment)).read();
    }
}
