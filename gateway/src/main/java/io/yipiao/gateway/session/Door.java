package io.yipiao.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at logins and passwords, and lets who guesses wait. */
final class Door {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Delays delays;

    Door(AccountStore accounts, Passwords passwords, Delays delays) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.delays = delays;
    }

    /**
     * Looks at an attempt. A login that nobody has is counted and costs as much time as another.
     *
     * @param address of the client, if failures are to be counted for it too
     */
    Look look(String typed, String password, Optional<String> address) {
        String login = PasswordRules.login(typed);
        List<DelaySubject> subjects = DelaySubject.of(login, address);
        Optional<Duration> wait = delays.count(subjects);
        if (wait.isPresent()) {
            return new Look.TooEarly(wait.get());
        }
        Optional<String> stored =
                PasswordRules.isLogin(login) ? accounts.password(login) : Optional.empty();
        if (!passwords.verify(stored, password)) {
            return new Look.Wrong();
        }
        delays.forgive(subjects);
        return new Look.Right(accounts.byLogin(login).orElseThrow());
    }
}
