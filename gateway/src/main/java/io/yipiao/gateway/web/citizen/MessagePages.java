package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.tell.DevelopmentInbox;
import io.yipiao.gateway.tell.Messages;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody was told of his claims; and, in the demonstration, the text messages of all. */
public final class MessagePages {
    private static final int LATEST = 100;

    private final Messages messages;
    private final DevelopmentInbox inbox;

    MessagePages(Messages messages, DevelopmentInbox inbox) {
        this.messages = messages;
        this.inbox = inbox;
    }

    void addTo(Pages pages) {
        pages.on(Page.MESSAGES, this::list)
                .on(Page.READ_MESSAGES, this::read)
                .on(Page.INBOX, this::inbox);
    }

    /**
     * A message.
     *
     * @param state where the claim went, in words
     */
    public record Entry(String id, String claim, String state, String at, boolean read) {}

    /** A person's messages, the newest first. */
    public record MessageList(List<Entry> entries) {
        public MessageList {
            entries = List.copyOf(entries);
        }

        public boolean unread() {
            return entries.stream().anyMatch(entry -> !entry.read());
        }
    }

    /** A text message that was sent to nobody, its number masked. */
    public record Sent(String phone, String text, String at) {
        /** What stands before the link that ends it. */
        public String words() {
            return text.substring(0, link());
        }

        /** The link; empty if it has none. */
        public String address() {
            return text.substring(link());
        }

        private int link() {
            int start = text.lastIndexOf("http");
            return start < 0 ? text.length() : start;
        }
    }

    /** The latest of them. */
    public record Inbox(List<Sent> sent) {
        public Inbox {
            sent = List.copyOf(sent);
        }
    }

    private Reply list(Visit visit) {
        List<Entry> entries =
                person(visit).map(messages::of).orElse(List.of()).stream()
                        .map(message ->
                                new Entry(
                                        message.id().toString(),
                                        message.claim().text(),
                                        Headline.word(message.state(), visit.frame()),
                                        visit.frame().minute(message.at()),
                                        message.read()))
                        .toList();
        return Reply.page("messages.jte", new MessageList(entries));
    }

    /** Marks one message as read, or all if none is named. */
    private Reply read(Visit visit) throws NoPageException {
        PersonId person = person(visit).orElseThrow(NoPageException::new);
        String id = visit.form().text("id");
        if (id.isEmpty()) {
            messages.markRead(person);
            return Reply.done("/messages", "messages-read");
        }
        try {
            messages.markRead(person, UUID.fromString(id));
            return Reply.moved("/messages");
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
    }

    private Reply inbox(Visit visit) {
        List<Sent> sent =
                inbox.latest(LATEST).stream()
                        .map(taken ->
                                new Sent(
                                        Mask.phone(taken.sms().phone()),
                                        taken.sms().text(),
                                        visit.frame().second(taken.at())))
                        .toList();
        return Reply.page("inbox.jte", new Inbox(sent));
    }

    /** Whoever is no person, a hospital or a payer, is told of no claims. */
    private static Optional<PersonId> person(Visit visit) {
        return visit.principal().owner().person();
    }
}
