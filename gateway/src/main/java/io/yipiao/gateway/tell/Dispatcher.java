package io.yipiao.gateway.tell;

import io.yipiao.gateway.store.Database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends text messages that wait. Several gateways may do so side by side: a message is leased while
 * it is sent, and if its sender is killed it is sent again under the same id once the lease ends.
 */
public final class Dispatcher {
    /** Longer than a provider is waited for. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int AT_ONCE = 5;

    /** With waits of at most an hour: about a day. */
    private static final int MOST_ATTEMPTS = 30;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final SmsQueue queue;
    private final Contacts contacts;
    private final SmsSender sender;
    private final URI origin;

    /**
     * @param origin scheme and host of the pages that messages link to
     * @param lease how long a message is left to the one who sends it
     */
    public Dispatcher(
            Database database, Contacts contacts, SmsSender sender, URI origin, Duration lease) {
        this.queue = new SmsQueue(database, lease);
        this.contacts = contacts;
        this.sender = sender;
        this.origin = origin;
    }

    /** Sends what is due. */
    public void pass() {
        List<SmsQueue.Leased> leased = queue.lease(AT_ONCE);
        while (!leased.isEmpty()) {
            leased.forEach(this::send);
            leased = queue.lease(AT_ONCE);
        }
    }

    private void send(SmsQueue.Leased one) {
        Optional<String> phone = contacts.of(one.person());
        if (phone.isEmpty()) {
            queue.givenUp(one.id());
            return;
        }
        String text = Sms.text(origin, one.claim(), one.state());
        try {
            switch (sender.send(new Sms(one.id(), phone.get(), text))) {
                case TAKEN -> queue.sent(one.id());
                case REFUSED -> giveUp(one);
            }
        } catch (SmsUnavailable e) {
            LOG.log(Level.INFO, "text message {0} waits: {1}", one.id(), e.getMessage());
            if (one.attempts() >= MOST_ATTEMPTS) {
                giveUp(one);
            } else {
                queue.later(one.id(), wait(one.attempts()));
            }
        }
    }

    private void giveUp(SmsQueue.Leased one) {
        LOG.log(Level.WARNING, "text message {0} is given up", one.id());
        queue.givenUp(one.id());
    }

    /** Twice as long each time. */
    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
