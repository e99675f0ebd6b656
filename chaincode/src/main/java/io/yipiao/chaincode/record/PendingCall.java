package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * Key {@code pending/<digest>}: {@code {function, arguments, msp, rules, confirmedBy?}}, an
 * administrator's call that waits for one of another organisation. The digest is
 * SM3(JCS({arguments, function})).
 *
 * @param function what is to be carried out
 * @param arguments with what
 * @param msp whose administrator asked first
 * @param rules the version of the rules he saw; under another version his asking counts no more
 * @param confirmedBy whose administrator confirmed: then it waits no longer
 */
public record PendingCall(
        String function,
        Json.Members arguments,
        String msp,
        long rules,
        Optional<String> confirmedBy) {

    static PendingCall read(Json.Members value) throws FieldException {
        value.only(Set.of("function", "arguments", "msp", "rules", "confirmedBy"));
        return new PendingCall(
                value.text("function"),
                value.object("arguments"),
                value.text("msp"),
                value.whole("rules"),
                value.optionalText("confirmedBy"));
    }

    public Json.Members json() {
        return Json.object()
                .put("function", function)
                .put("arguments", arguments)
                .put("msp", msp)
                .put("rules", rules)
                .putText("confirmedBy", confirmedBy)
                .end();
    }

    public Digest digest() {
        return Sm3.of(
                Jcs.bytes(
                        Json.object().put("function", function).put("arguments", arguments).end()));
    }

    public PendingCall confirmedBy(String administrator) {
        return new PendingCall(function, arguments, msp, rules, Optional.of(administrator));
    }

    /** Whether it still waits, asked under these rules. */
    public boolean waitsUnder(Rules current) {
        return confirmedBy.isEmpty() && rules == current.version();
    }
}
