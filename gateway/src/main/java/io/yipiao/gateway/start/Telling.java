package io.yipiao.gateway.start;

import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Dispatcher;
import io.yipiao.gateway.tell.HttpSms;
import io.yipiao.gateway.tell.Notices;
import io.yipiao.gateway.tell.SmsSender;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells people what became of their claims, on their pages and by text messages. */
final class Telling {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private Telling() {}

    /** Sets it to work until the parts are closed. */
    static void begin(
            Parts parts, Database database, Secrets secrets, Settings settings, Clock clock) {
        Notices notices = new Notices(database);
        parts.add(new Chore("messages", EVERY, notices::pass));
        sender(database, secrets, settings, clock)
                .ifPresent(sender -> {
                    Dispatcher dispatcher =
                            new Dispatcher(
                                    database,
                                    new Contacts(database, secrets.personal(), clock),
                                    sender,
                                    URI.create(Address.shown(settings)),
                                    Dispatcher.LEASE);
                    parts.add(new Chore("text messages", EVERY, dispatcher::pass));
                });
    }

    /** In a demonstration nobody is told; its text messages go to the development inbox. */
    private static Optional<SmsSender> sender(
            Database database, Secrets secrets, Settings settings, Clock clock) {
        if (settings.demonstration()) {
            return Optional.of(new DevelopmentInbox(database, secrets.personal(), clock));
        }
        return settings.sms().map(sms -> new HttpSms(sms.url(), sms.tokenFile()));
    }
}
