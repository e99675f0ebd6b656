package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Set;

/**
 * Key {@code payer/<id>}: {@code {class, msp, suspended?}}.
 *
 * @param payerClass what it pays as
 * @param msp the organisation whose certificates act for it
 * @param suspended whether an administrator stopped it
 */
public record EnrolledPayer(PayerClass payerClass, String msp, boolean suspended) {

    static EnrolledPayer read(Json.Members value) throws FieldException {
        value.only(Set.of("class", "msp", "suspended"));
        return new EnrolledPayer(
                PayerClass.of(value.text("class")),
                value.text("msp"),
                value.has("suspended") && value.flag("suspended"));
    }

    Json.Members json() {
        Json.Writer out = Json.object().put("class", payerClass.name()).put("msp", msp);
        if (suspended) {
            out.put("suspended", true);
        }
        return out.end();
    }

    public EnrolledPayer suspend() {
        return new EnrolledPayer(payerClass, msp, true);
    }
}
