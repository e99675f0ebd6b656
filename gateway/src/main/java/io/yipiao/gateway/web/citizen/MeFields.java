package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.Visit;

import java.util.ArrayList;
import java.util.List;

/** The fields of the three forms on the page of one's own details. */
record MeFields(List<Field> account, List<Field> contact, List<Field> password) {
    MeFields {
        account = List.copyOf(account);
        contact = List.copyOf(contact);
        password = List.copyOf(password);
    }

    /**
     * Empty fields.
     *
     * @param changes whether there is an account already, so that the password is asked for
     */
    static MeFields of(Visit visit, boolean changes) {
        List<Field> account = new ArrayList<>();
        account.add(Field.text("bank", visit.say("me.bank")).withHint(visit.say("me.bank.hint")));
        account.add(
                Field.text("number", visit.say("me.number"))
                        .withHint(visit.say("me.number.hint"))
                        .filledBy("off", "numeric"));
        if (changes) {
            account.add(
                    secret("confirm", visit.say("me.confirm"), "current-password")
                            .withHint(visit.say("me.confirm.hint")));
        }
        Field phone =
                Field.text("phone", visit.say("me.phone"))
                        .withType("tel")
                        .withHint(visit.say("me.phone.hint"))
                        .filledBy("tel", "tel");
        return new MeFields(
                account,
                List.of(phone),
                List.of(
                        secret("old", visit.say("me.old"), "current-password"),
                        secret("password", visit.say("me.password"), "new-password")
                                .withHint(visit.say("me.password.hint")),
                        secret("again", visit.say("me.again"), "new-password")));
    }

    /** The same with what was typed; passwords are not repeated. */
    MeFields filled(Form form) {
        return new MeFields(filled(account, form), filled(contact, form), password);
    }

    /** The same with one field that is wrong; whichever is not there stands for the first. */
    MeFields wrong(String name, String why) {
        boolean known =
                account.stream().anyMatch(field -> field.name().equals(name))
                        || contact.stream().anyMatch(field -> field.name().equals(name))
                        || password.stream().anyMatch(field -> field.name().equals(name));
        String at = known ? name : account.getFirst().name();
        return new MeFields(
                wrong(account, at, why), wrong(contact, at, why), wrong(password, at, why));
    }

    private static Field secret(String name, String label, String autocomplete) {
        return Field.text(name, label).withType("password").filledBy(autocomplete, "text");
    }

    private static List<Field> filled(List<Field> fields, Form form) {
        return fields.stream().map(field -> field.filled(form)).toList();
    }

    private static List<Field> wrong(List<Field> fields, String name, String why) {
        return fields.stream()
                .map(field -> field.name().equals(name) ? field.wrong(why) : field)
                .toList();
    }
}
