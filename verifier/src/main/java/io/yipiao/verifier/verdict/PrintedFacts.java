package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Core;

import java.util.ArrayList;
import java.util.List;

/**
 * What a QR code's seal proves, for a person's eye to compare with the paper: a good seal says
 * nothing of the print around it.
 *
 * @param issuer as the trust list names it, whatever the paper says
 * @param core what the code holds of the bill
 */
public record PrintedFacts(Issuer issuer, Core core) {
    /** What a QR code alone does not show, so that nobody takes its silence for a check. */
    public static final Sentence UNSEEN =
            new Sentence(
                    "只看二维码，看不出校验码、交款人姓名和证件、就诊信息、诊断、结算方式、费用明细有没有改过；" + "要看出来，请用医院的签名文件比对。",
                    "A QR code alone does not show whether check code, payer party, encounter,"
                        + " diagnoses, counter payments or fee lines were changed; compare with the"
                        + " hospital's sealed file for that.");

    public PrintedFacts {
        if (issuer.number() != core.issuer()) {
            throw new IllegalArgumentException(
                    "issuer " + issuer.number() + ", not " + core.issuer());
        }
    }

    /** In the order of the paper: 开票单位, 代码, 号码, 日期, 金额, 大写, then the rest. */
    public List<Fact> inOrder() {
        BillId id = core.id();
        List<Fact> facts = new ArrayList<>();
        facts.add(plain(Field.ISSUER, issuer.name()));
        facts.add(new Fact(Field.KIND, kind(id.kind())));
        if (!id.code().isEmpty()) {
            facts.add(plain(Field.CODE, id.code()));
        }
        facts.add(plain(Field.NUMBER, id.number()));
        facts.add(plain(Field.DATE, core.date().toString()));
        facts.add(plain(Field.TOTAL, core.total().grouped()));
        facts.add(plain(Field.TOTAL_IN_WORDS, CapitalAmount.of(core.total())));
        facts.add(plain(Field.CLAIMABLE, core.claimable().grouped()));
        core.relation().ifPresent(other -> facts.add(new Fact(Field.RELATION, relation(other))));
        return List.copyOf(facts);
    }

    private static Fact plain(Field field, String value) {
        return new Fact(field, new Sentence(value, value));
    }

    private static Sentence kind(BillId.Kind kind) {
        return switch (kind) {
            case FISCAL -> new Sentence("财政电子票据", "Fiscal e-bill");
            case VAT -> new Sentence("增值税发票", "VAT invoice");
            case ALL_DIGITAL -> new Sentence("数电发票", "All-digital invoice");
            case PAPER -> new Sentence("纸质票据", "Paper bill");
        };
    }

    private static Sentence relation(Relation relation) {
        String of = relation.of().toString();
        return switch (relation.kind()) {
            case REVERSES -> new Sentence("冲红 " + of, "Reverses " + of);
            case REPLACES -> new Sentence("退费后重开，原票 " + of, "Replaces " + of);
            case EXCHANGES -> new Sentence("换开自 " + of, "Exchanges " + of);
        };
    }
}
