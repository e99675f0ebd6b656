package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.model.Content.Kind;
import io.yipiao.gateway.ledger.model.Content.Related;
import io.yipiao.gateway.ledger.model.Item.Proof;
import io.yipiao.gateway.ledger.model.Scene.Bill;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The scenes of some sequences, sealed in one batch a hospital and anchored, with their places. */
final class Group {
    /** A batch has at most 32,000 leaves. */
    private static final int OF_A_BATCH = 1_500;

    private static final String RESULT = "5a".repeat(32);
    private static final String OTHER_RESULT = "a5".repeat(32);

    private final List<Scene> scenes;
    private final List<Map<Bill, Sealed>> sealed = new ArrayList<>();
    private final List<Sealed> misplaced = new ArrayList<>();
    private final Map<BillId, String> indexes = new HashMap<>();

    /** A bill of a scene where it stands in its batch. */
    record Sealed(Opening opening, Proven batch, int position) {}

    /** A batch with all its proofs, which are computed once. */
    record Proven(int issuer, String root, List<List<Digest>> proofs) {
        static Proven of(Batch batch) {
            return new Proven(
                    batch.issuer(),
                    batch.header().root().hex(),
                    batch.proveAll().stream().map(InclusionProof::siblings).toList());
        }
    }

    private Group(List<Scene> scenes) {
        this.scenes = scenes;
    }

    static Group anchored(
            List<Scene> scenes,
            LedgerClient ledger,
            TestChannel channel,
            TestIssuer hospital,
            TestIssuer stranger)
            throws Refused {
        Group group = new Group(scenes);
        for (int from = 0; from < scenes.size(); from += OF_A_BATCH) {
            List<Scene> some = scenes.subList(from, Math.min(scenes.size(), from + OF_A_BATCH));
            Batch our = hospital.batch(sealedBy(some, false));
            Batch their = stranger.batch(sealedBy(some, true));
            channel.settle(hospital.anchor(List.of(our)));
            channel.settle(stranger.anchor(List.of(their)));
            group.seal(some, Proven.of(our), Proven.of(their));
        }
        group.findIndexes(ledger);
        return group;
    }

    /** All that one of the two hospitals seals; the second seals a bill of the first too. */
    private static List<Opening> sealedBy(List<Scene> scenes, boolean stranger) {
        List<Opening> bills = new ArrayList<>();
        for (Scene scene : scenes) {
            for (Bill which : Bill.values()) {
                if (!which.isClaimed() && which.isOfStranger() == stranger) {
                    bills.add(scene.opening(which));
                }
            }
            if (stranger) {
                bills.add(scene.opening(Bill.BILL));
            }
        }
        return bills;
    }

    private void seal(List<Scene> some, Proven our, Proven their) {
        int ourPosition = 0;
        int theirPosition = 0;
        for (Scene scene : some) {
            Map<Bill, Sealed> all = new EnumMap<>(Bill.class);
            for (Bill which : Bill.values()) {
                Opening opening = scene.opening(which);
                if (which.isClaimed()) {
                    all.put(which, new Sealed(opening, our, 0));
                } else if (which.isOfStranger()) {
                    all.put(which, new Sealed(opening, their, theirPosition++));
                } else {
                    all.put(which, new Sealed(opening, our, ourPosition++));
                }
            }
            sealed.add(all);
            misplaced.add(new Sealed(scene.opening(Bill.BILL), their, theirPosition++));
        }
    }

    private void findIndexes(LedgerClient ledger) throws Refused {
        for (Scene scene : scenes) {
            findIndexes(ledger, scene.identities());
        }
    }

    private void findIndexes(LedgerClient ledger, List<BillId> ids) throws Refused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ids.forEach(id -> bytes.writeBytes(IdentityBytes.of(id)));
        Call call = Call.of(Caller.INTAKE, "indexes").withSecret("identities", bytes.toByteArray());
        List<Object> found = Plain.list(ledger.evaluate(call));
        for (int i = 0; i < ids.size(); i++) {
            indexes.put(ids.get(i), (String) found.get(i));
        }
    }

    int size() {
        return scenes.size();
    }

    /** The places of a scene. */
    List<String> indexes(int scene) {
        return scenes.get(scene).identities().stream().map(this::index).toList();
    }

    /** The places of a scene where red bills stand. */
    List<String> reds(int scene) {
        return sealed.get(scene).entrySet().stream()
                .filter(one -> one.getKey().name().startsWith("RED"))
                .map(one -> index(one.getValue().opening().core().id()))
                .distinct()
                .toList();
    }

    /** A move as an item of this scene. */
    Item item(int scene, Move move) {
        Sealed bill = one(scene, move.bill());
        Proof proof =
                move.proof() == Proof.OTHERS_BATCH && move.bill() != Bill.BILL
                        ? Proof.GOOD
                        : move.proof();
        String result = move.otherResult() ? OTHER_RESULT : RESULT;
        return new Item(
                move.function(),
                move.by(),
                move.bringsBill()
                        ? Optional.of(content(bill.opening(), move.bill()))
                        : Optional.empty(),
                proof,
                index(bill.opening().core().id()),
                move.payer(),
                move.claim(),
                move.n(),
                move.fen(),
                move.hasResult() ? result : "",
                move.reason(),
                move.to());
    }

    /** The item as the ledger's calls spell it. */
    Json.Members json(int scene, Move move) {
        Item item = item(scene, move);
        Json.Writer out = Json.object();
        if (move.bringsBill()) {
            show(out, scene, move, item.proof());
        } else {
            out.put("index", item.index());
        }
        if (!item.payer().isEmpty()) {
            out.put("payer", item.payer()).put("claim", item.claim()).put("n", item.n());
        }
        if (item.fen() > 0) {
            out.put("fen", item.fen());
        }
        if (!item.result().isEmpty()) {
            out.put("result", item.result());
        }
        return out.putText("reason", item.reason()).putText("to", item.to()).end();
    }

    /** What opens the bill that a move brings. */
    byte[] secret(int scene, Move move) {
        return one(scene, move.bill()).opening().bytes();
    }

    private void show(Json.Writer out, int scene, Move move, Proof proof) {
        if (move.bill().isClaimed()) {
            out.put("provenance", "CLAIMED");
            return;
        }
        Sealed bill = proof == Proof.OTHERS_BATCH ? misplaced.get(scene) : one(scene, move.bill());
        int position = bill.position();
        int named = position;
        if (proof == Proof.OTHER_PLACE) {
            named = position == 0 ? 1 : position - 1;
        }
        String root = proof == Proof.NO_SUCH_BATCH ? "0".repeat(64) : bill.batch().root();
        List<Digest> siblings = bill.batch().proofs().get(position);
        out.put("batch", Json.object().put("issuer", bill.batch().issuer()).put("root", root).end())
                .put("position", named)
                .put("proof", Json.texts(siblings.stream().map(Digest::hex).toList()));
    }

    private Content content(Opening opening, Bill which) {
        Core core = opening.core();
        return new Content(
                index(core.id()),
                core.id().kind() == BillId.Kind.PAPER,
                core.id().code(),
                core.id().number(),
                core.issuer(),
                fingerprint(opening),
                core.total().value(),
                core.claimable().value(),
                which.isClaimed(),
                core.relation()
                        .map(other ->
                                new Related(
                                        Kind.valueOf(other.kind().name()),
                                        index(other.of()),
                                        other.of().kind() == BillId.Kind.PAPER,
                                        other.of().code(),
                                        other.of().number())));
    }

    private static String fingerprint(Opening opening) {
        return Digest.of(opening.fingerprint().bytes()).hex();
    }

    private Sealed one(int scene, Bill which) {
        return Objects.requireNonNull(sealed.get(scene).get(which), which.name());
    }

    private String index(BillId id) {
        return Objects.requireNonNull(indexes.get(id), id.toString());
    }
}
