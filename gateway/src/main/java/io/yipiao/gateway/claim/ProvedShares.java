package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Proved;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.ArrayList;
import java.util.List;

/** A claim's share of a bill as two organisations signed it; a share in parts is several. */
final class ProvedShares {
    private final Proved proved;
    private final List<Json.Members> parts;

    private ProvedShares(Proved proved, List<Json.Members> parts) {
        this.proved = proved;
        this.parts = parts;
    }

    /** Reads a proof of this claim's share, and of nothing else. */
    static ProvedShares of(Claim claim, Proved proved) {
        try {
            Json.Members bill = JsonReader.readObject(proved.answer());
            List<Json.Members> parts = new ArrayList<>();
            if (bill.has("share")) {
                parts.add(bill.object("share"));
            }
            if (bill.has("parts")) {
                parts.addAll(bill.items("parts").objects("parts"));
            }
            for (Json.Members part : parts) {
                if (!part.text("payer").equals(claim.payer())
                        || !part.text("claim").equals(claim.number().text())) {
                    throw new IllegalStateException(
                            "the ledger proves another share than claim " + claim.number() + "'s");
                }
            }
            return new ProvedShares(proved, parts);
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    Proved proved() {
        return proved;
    }

    /** How much of it stands in a state, in the ledger's word. */
    Fen in(String state) {
        return parts.stream()
                .filter(part -> text(part, "state").equals(state))
                .map(ProvedShares::fen)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** Whether exactly this is stamped, with this calculation. */
    boolean isStamped(Fen fen, SheetResult result) {
        return in("STAMPED").equals(fen)
                && parts.stream()
                        .filter(part -> text(part, "state").equals("STAMPED"))
                        .allMatch(part -> text(part, "result").equals(result.digest().hex()));
    }

    /** What the receipt is kept under: what is stamped or wanted back comes first. */
    String state() {
        return List.of("STAMPED", "RECOVERING").stream()
                .filter(state -> !in(state).isZero())
                .findFirst()
                .or(() -> parts.stream().findFirst().map(part -> text(part, "state")))
                .orElseThrow(() -> new IllegalStateException("the ledger proves no share"));
    }

    private static Fen fen(Json.Members part) {
        try {
            return Fen.of("fen", part.whole("fen"));
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    private static String text(Json.Members part, String field) {
        try {
            return part.text(field);
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(FieldException e) {
        return new IllegalStateException("a proof does not read: " + e.getMessage(), e);
    }
}
