package io.yipiao.gateway.session;

import java.util.Optional;

/**
 * Signing in with a login and a password. From a login's third failure on the next attempt is
 * looked at only after 2, 4, 8 … at most 900 seconds, until one succeeds or a day has passed; from
 * an address's twentieth failure within 15 minutes likewise, whatever the logins. The database's
 * clock counts, for all gateways together.
 */
public final class SignIn {
    private final Door door;
    private final Sessions sessions;

    public SignIn(Accounts accounts, Sessions sessions) {
        this.door = accounts.door();
        this.sessions = sessions;
    }

    /** Tries a login and a password, without counting for an address. */
    public Entry enter(String login, String password) {
        return enter(login, password, Optional.empty());
    }

    /**
     * Tries a login and a password.
     *
     * @param address of the client, as the proxy in front says it; of it only a hash is kept
     */
    public Entry enter(String login, String password, Optional<String> address) {
        return switch (door.look(login, password, address)) {
            case Look.Right right ->
                    new Entry.Entered(sessions.begin(right.who().account()), right.who());
            case Look.Wrong _ -> new Entry.Wrong();
            case Look.TooEarly early -> new Entry.Wait(early.left());
        };
    }
}
