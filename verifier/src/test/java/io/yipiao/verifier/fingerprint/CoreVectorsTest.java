package io.yipiao.verifier.fingerprint;

import static io.yipiao.verifier.vectors.HexEdit.at;
import static io.yipiao.verifier.vectors.HexEdit.cut;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

import java.time.LocalDate;
import java.util.Optional;

/** The vectors of core.json: an input is a core in hexadecimal, expected are its parts. */
class CoreVectorsTest extends FormatVectors {
    private static final BillId FISCAL = new BillId(BillId.Kind.FISCAL, "99060226", "0000000001");
    private static final BillId VAT = new BillId(BillId.Kind.VAT, "012001900111", "12345678");
    private static final BillId DIGITAL =
            new BillId(BillId.Kind.ALL_DIGITAL, "", "26992000000000000017");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 13);

    CoreVectorsTest() {
        super("core.json");
        String sample = hex(Core.of(Bills.sample()));
        String red = hex(Core.of(Bills.red(Bills.sample(), 2)));
        accepted("the sample bill", input(sample));
        accepted("the red bill that reverses it", input(red));
        accepted(
                "a bill that replaces it", input(hex(Core.of(Bills.replacing(Bills.sample(), 3)))));
        BillId paper = new BillId(BillId.Kind.PAPER, "99060226", "7000000001");
        accepted("its paper", input(core(paper, Relation.Kind.EXCHANGES, FISCAL)));
        BillId old = new BillId(BillId.Kind.VAT, "1200191130", "87654321");
        accepted(
                "VAT, with codes of 12 and 10 digits",
                input(core(VAT, Relation.Kind.REVERSES, old)));
        accepted("all-digital", input(hex(core(DIGITAL, 47_465, 0, DAY))));
        accepted(
                "the largest issuer and amounts, the first day",
                input(
                        at(
                                hex(
                                        core(
                                                FISCAL,
                                                Fen.LARGEST,
                                                Fen.LARGEST,
                                                LocalDate.of(2000, 1, 1))),
                                11,
                                "7fffffff")));
        accepted(
                "nothing charged, the last day",
                input(hex(core(FISCAL, 0, 0, LocalDate.of(2099, 12, 31)))));
        accepted("a leap day", input(hex(core(FISCAL, 1, 1, LocalDate.of(2028, 2, 29)))));

        refused("nothing", "core", input(""));
        refused("a byte too few", "core", input(cut(sample)));
        refused("a byte too many", "core", input(sample + "00"));
        refused("a relation, and no bill related", "core", input(at(sample, 29, "01")));
        refused("a related bill, and no relation", "core", input(at(red, 29, "00")));
        refused("a related bill cut short", "core", input(cut(red)));
        refused("kind 0", "kind", input(at(sample, 0, "00")));
        refused("kind 5", "kind", input(at(sample, 0, "05")));
        refused("a digit above 9", "code", input(at(sample, 1, "a9")));
        refused("a digit above 9 in the number", "number", input(at(sample, 9, "0b")));
        refused("zeros for padding", "number", input(at(sample, 10, "00")));
        refused("padding, then a digit", "identity", input(at(sample, 8, "f0")));
        refused("a fiscal bill of 17 digits", "number", input(at(sample, 9, "0fff")));
        refused("padding only", "identity", input(at(sample, 1, "ff".repeat(10))));
        String vat = hex(core(VAT, 1, 1, DAY));
        refused("VAT, with a code of 11 digits", "code", input(at(vat, 10, "7f")));
        refused(
                "all-digital of 18 digits",
                "number",
                input(at(hex(core(DIGITAL, 1, 1, DAY)), 10, "ff")));
        refused("issuer 0", "issuer", input(at(sample, 11, "00000000")));
        refused("issuer 2^31", "issuer", input(at(sample, 11, "80000000")));
        refused("more claimable than charged", "claimable", input(at(sample, 20, "000005ffff")));
        refused("30 February", "date", input(at(sample, 25, "%08x".formatted(20260230))));
        refused("month 13", "date", input(at(sample, 25, "%08x".formatted(20261301))));
        refused("the last century", "date", input(at(sample, 25, "%08x".formatted(19991231))));
        refused("the next century", "date", input(at(sample, 25, "%08x".formatted(21000101))));
        refused("no date", "date", input(at(sample, 25, "00000000")));
        refused("a negative date", "date", input(at(sample, 25, "ffffffff")));
        refused("relation 4", "relation", input(at(red, 29, "04")));
        refused("relation 255", "relation", input(at(red, 29, "ff")));
        refused("a related bill of kind 0", "kind", input(at(red, 30, "00")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        Core core = Core.parse(Hex.read("core", input.text("core")));
        return json(core);
    }

    /** A core's parts. */
    static Json.Members json(Core core) {
        Json.Writer out =
                Json.object()
                        .put("id", CanonicalForm.id(core.id()))
                        .put("issuer", core.issuer())
                        .put("total", core.total().value())
                        .put("claimable", core.claimable().value())
                        .put("date", core.date().toString());
        core.relation()
                .ifPresent(relation ->
                        out.put("relation", relation.kind().name())
                                .put("of", CanonicalForm.id(relation.of())));
        return out.end();
    }

    private static Json.Members input(String hex) {
        return Json.object().put("core", hex).end();
    }

    private static String hex(Core core) {
        return Hex.write(core.bytes());
    }

    private static Core core(BillId id, long total, long claimable, LocalDate day) {
        return new Core(id, 1, new Fen(total), new Fen(claimable), day, Optional.empty());
    }

    private static String core(BillId id, Relation.Kind relation, BillId of) {
        Fen fen = new Fen(335_430);
        return hex(new Core(id, 7, fen, fen, DAY, Optional.of(new Relation(relation, of))));
    }
}
