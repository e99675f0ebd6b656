package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.web.Field;

import java.util.List;
import java.util.Optional;

/**
 * What somebody finds of himself.
 *
 * @param person whether he is one, and not a hospital or a payer
 * @param holder in whose name his account must be, masked
 * @param card his account by bank and last four digits; empty if he has none
 * @param phone masked; empty if he left none
 * @param account the fields of the form for his account
 * @param contact the field for his phone
 * @param password the fields for another password; none if he has none
 * @param anew whether he must sign in with the OpenID provider once more to change his account
 * @param back where he came from; the first page if from nowhere
 */
public record MeView(
        boolean person,
        String holder,
        Optional<String> card,
        Optional<String> phone,
        List<Field> account,
        List<Field> contact,
        List<Field> password,
        boolean anew,
        String back) {
    public MeView {
        account = List.copyOf(account);
        contact = List.copyOf(contact);
        password = List.copyOf(password);
    }

    /** All fields, of which those that are wrong stand in the summary. */
    public List<Field> fields() {
        return java.util.stream.Stream.of(account, contact, password)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether something is wrong. */
    public boolean wrong() {
        return fields().stream().anyMatch(field -> field.error().isPresent());
    }
}
