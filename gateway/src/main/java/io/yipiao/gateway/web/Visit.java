package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.http.Call;
import io.yipiao.gateway.http.Readers;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.gateway.secrets.PersonId;

import java.util.Optional;

/**
 * One visit of a page: who comes, how he wants his pages, and what he filled in.
 *
 * @param form empty on a GET
 */
public record Visit(Call call, Frame frame, Form form, Cookies cookies) {

    /** Who signed in; empty for a stranger, whom only open pages admit. */
    public Optional<Principal> visitor() {
        return frame.visitor();
    }

    /** Who signed in, on a page that is not open. */
    public Principal principal() {
        return visitor().orElseThrow();
    }

    /** The person who signed in; every citizen, agent and clerk is one. */
    public PersonId person() {
        return principal().person();
    }

    public boolean is(Role role) {
        return frame.is(role);
    }

    /** As whom he reads a bill. */
    public Reader reader() {
        return Readers.of(visitor());
    }

    /** A sentence in his language. */
    public String say(String key, Object... arguments) {
        return frame.say(key, arguments);
    }
}
