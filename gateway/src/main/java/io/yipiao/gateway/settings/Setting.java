package io.yipiao.gateway.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is: its default and what it is for. {@code HTTP_PORT} is {@code http-port} in
 * a file, {@code YIPIAO_HTTP_PORT} in the environment and {@code --http-port=} as a flag.
 */
public enum Setting {
    CONFIG("", "a properties file with settings; itself only from the environment or a flag"),
    DATA(".yipiao", "the folder that holds all data of the embedded database and ledger"),
    HTTP_HOST("127.0.0.1", "the address to listen on; loopback unless you say otherwise"),
    HTTP_PORT("8642", "the port to listen on; 0 takes any free one"),
    PUBLIC_URL("", "where phones reach this gateway, as QR codes spell it; else the address above"),
    DATABASE("embedded", "embedded, or a URL jdbc:postgresql://…"),
    DATABASE_USER("yipiao", "who signs in at a database with a URL"),
    DATABASE_PASSWORD_FILE("", "the file that holds that user's password"),
    DATABASE_CONNECTIONS("16", "how many connections to keep at most"),
    LEDGER("embedded", "embedded, or fabric"),
    FABRIC_CLIENT("", "the client.json of the Fabric network, with ledger=fabric"),
    KEYS("", "the folder of secret keys; DATA/keys unless you say otherwise"),
    OIDC_ISSUER("", "the OpenID provider people may sign in with, https://…; none unless you say"),
    OIDC_CLIENT("", "this gateway's client id at that provider"),
    OIDC_CLIENT_SECRET_FILE("", "the file that holds this client's secret"),
    OIDC_ROLES_CLAIM("yipiao_roles", "the claim that lists a person's roles"),
    OIDC_ID_NUMBER_CLAIM("", "the claim with a person's resident identity number, if any"),
    OIDC_HOSPITAL_CLAIM("", "the claim with a hospital's number on the ledger, if any"),
    OIDC_PAYER_CLAIM("", "the claim with a payer's id on the ledger, if any"),
    BODY_LIMIT("262144", "the most bytes a JSON request may have"),
    PICTURE_LIMIT("20971520", "the most bytes a picture may have"),
    UPLOAD_LIMIT("4294967296", "the most bytes an upload of bills may have"),
    DEMONSTRATION("false", "true adds the demonstration's own pages; on loopback only"),
    SMS_URL("", "where text messages are handed over; none are sent without it"),
    SMS_TOKEN_FILE("", "the file that holds the token for text messages"),
    JOURNAL("", "the file that takes the journal; standard error unless you say otherwise"),
    DRAIN_SECONDS("10", "how long a stop waits for requests that are being answered");

    private final String fallback;
    private final String purpose;

    Setting(String fallback, String purpose) {
        this.fallback = fallback;
        this.purpose = purpose;
    }

    /** As in a file or a flag: {@code http-port}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in the environment: {@code YIPIAO_HTTP_PORT}. */
    public String variable() {
        return "YIPIAO_" + name();
    }

    /** What holds when nobody says anything; empty where there is no default. */
    public String fallback() {
        return fallback;
    }

    /** What the setting is for, in one sentence. */
    public String purpose() {
        return purpose;
    }

    static Optional<Setting> ofKey(String key) {
        for (Setting setting : values()) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
