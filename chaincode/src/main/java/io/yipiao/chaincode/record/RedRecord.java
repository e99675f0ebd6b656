package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Key {@code red/<index of the red bill>}: {@code {applied[]}}, one entry an issuer. Numbers of red
 * bills can be guessed; so what another issuer puts at a red bill's place must not keep the true
 * one from being applied.
 *
 * @param applied what was applied, the first first
 */
public record RedRecord(List<AppliedRed> applied) {
    /** What stands where no red bill was applied. */
    public static final RedRecord NONE = new RedRecord(List.of());

    public RedRecord {
        applied = List.copyOf(applied);
    }

    static RedRecord read(Json.Members value) throws FieldException {
        value.only(Set.of("applied"));
        List<AppliedRed> applied = new ArrayList<>();
        for (Json.Members entry : value.items("applied").objects("applied")) {
            applied.add(AppliedRed.read(entry));
        }
        return new RedRecord(applied);
    }

    Json.Members json() {
        return Json.object().put("applied", applied.stream().map(AppliedRed::json).toList()).end();
    }

    public Optional<AppliedRed> of(int issuer) {
        return applied.stream().filter(entry -> entry.issuer() == issuer).findFirst();
    }

    public RedRecord with(AppliedRed entry) {
        List<AppliedRed> more = new ArrayList<>(applied);
        more.add(entry);
        return new RedRecord(more);
    }
}
