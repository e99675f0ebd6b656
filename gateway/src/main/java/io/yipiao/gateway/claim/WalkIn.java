package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

/**
 * Who stands at a window, as the paper says that he showed.
 *
 * @param idNumber as the paper bears it
 */
public record WalkIn(IdType idType, String idNumber, String name) {

    byte[] json() {
        return Jcs.bytes(
                Json.object()
                        .put("idType", idType.name())
                        .put("idNumber", idNumber)
                        .put("name", name)
                        .end());
    }

    static WalkIn read(byte[] json) throws FieldException {
        Json.Members members = Jcs.parseObject(json);
        return new WalkIn(
                IdType.valueOf(members.text("idType")),
                members.text("idNumber"),
                members.text("name"));
    }

    /** Names nobody: all of it is personal. */
    @Override
    public String toString() {
        return "somebody at a window";
    }
}
