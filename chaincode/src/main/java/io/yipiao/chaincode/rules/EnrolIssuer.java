package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Enrols an issuer (开票单位): {@code {number, code, name, keys: [{seq, suite, userId?, spki}]}}.
 * Enrolled again, it may have another name and more keys; a key never changes, a revoked one never
 * comes back under another number, and a suspended one that is named goes on.
 */
public final class EnrolIssuer implements AdministrativeRule {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,32}");

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction) throws FieldException {
        arguments.only(Set.of("number", "code", "name", "keys"));
        int number = arguments.whole("number", 1, SealedContent.ELSEWHERE - 1);
        EnrolledIssuer named =
                new EnrolledIssuer(
                        code(arguments),
                        ShortText.read(arguments, "name"),
                        keys(arguments),
                        new TreeSet<>());
        Optional<EnrolledIssuer> standing = transaction.records().issuer(number);
        EnrolledIssuer enrolled =
                merge(
                        standing.orElse(
                                new EnrolledIssuer(
                                        named.code(), named.name(), List.of(), new TreeSet<>())),
                        named);
        if (standing.isPresent() && standing.get().sameAs(enrolled)) {
            return false;
        }
        transaction.records().put(number, enrolled);
        return true;
    }

    private static String code(Json.Members arguments) throws FieldException {
        String code = arguments.text("code");
        if (!CODE.matcher(code).matches()) {
            throw new FieldException("code", "1 to 32 of 0-9 A-Z", code);
        }
        return code;
    }

    private static List<IssuerKey> keys(Json.Members arguments) throws FieldException {
        List<IssuerKey> keys = new ArrayList<>();
        for (Json.Members record : arguments.items("keys").objects("keys")) {
            keys.add(IssuerKeys.read(record));
        }
        if (keys.isEmpty()) {
            throw new FieldException("keys", "at least one", "none");
        }
        return keys;
    }

    private static EnrolledIssuer merge(EnrolledIssuer standing, EnrolledIssuer named)
            throws FieldException {
        if (!standing.code().equals(named.code())) {
            throw new FieldException("code", standing.code() + " for good", named.code());
        }
        List<IssuerKey> keys = new ArrayList<>(standing.keys());
        SortedSet<Integer> suspended = new TreeSet<>(standing.suspended());
        for (IssuerKey key : named.keys()) {
            if (IssuerKeys.isNew(key, keys)) {
                keys.add(key);
            }
            suspended.remove(key.seq());
        }
        return new EnrolledIssuer(standing.code(), named.name(), keys, suspended);
    }
}
