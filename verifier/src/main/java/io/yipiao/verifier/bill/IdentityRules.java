package io.yipiao.verifier.bill;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the kind of a bill asks of its check code, its care and its relation. */
final class IdentityRules {
    private static final Pattern FISCAL_CHECK_CODE = Pattern.compile("[0-9A-Za-z]{6}");
    private static final Pattern VAT_CHECK_CODE = Pattern.compile("[0-9]{20}");

    /** VAT codes of this length belong to invoices that always print a check code. */
    private static final int VAT_CODE_WITH_CHECK_CODE = 12;

    private IdentityRules() {}

    static void checkCheckCode(BillId id, Optional<String> checkCode) {
        boolean good =
                switch (id.kind()) {
                    case FISCAL -> matches(FISCAL_CHECK_CODE, checkCode);
                    case VAT ->
                            checkCode.isEmpty()
                                    ? id.code().length() != VAT_CODE_WITH_CHECK_CODE
                                    : matches(VAT_CHECK_CODE, checkCode);
                    case ALL_DIGITAL, PAPER -> checkCode.isEmpty();
                };
        if (!good) {
            String expected =
                    switch (id.kind()) {
                        case FISCAL -> "6 letters and digits";
                        case VAT -> "20 digits";
                        case ALL_DIGITAL, PAPER -> "no check code on this kind of bill";
                    };
            throw new InvalidValue("checkCode", expected, checkCode.orElse("nothing"));
        }
    }

    private static boolean matches(Pattern pattern, Optional<String> text) {
        return text.filter(value -> pattern.matcher(value).matches()).isPresent();
    }

    /** Fiscal bills are issued by non-profit institutions, which retail pharmacies are not. */
    static void checkKindOfCare(BillId id, CareKind care) {
        if (care == CareKind.PHARMACY && isFiscal(id)) {
            throw new InvalidValue(
                    "encounter.kind", "a pharmacy's VAT or all-digital invoice", id.kind() + "");
        }
    }

    /**
     * Finance's bills and the tax administration's invoices never refer to each other; only paper
     * is exchanged for; and one that shares code and number with its own relation is that bill, for
     * fiscal bill and paper share one index.
     */
    static void checkRelation(BillId id, Relation relation) {
        BillId other = relation.of();
        if (isFiscal(id) != isFiscal(other)) {
            throw new InvalidValue(
                    "relation.of.kind", "a bill of the same authority", other.kind().name());
        }
        if (id.code().equals(other.code()) && id.number().equals(other.number())) {
            throw new InvalidValue("relation.of", "another bill", "this bill");
        }
        if (relation.kind() == Relation.Kind.EXCHANGES && id.kind() != BillId.Kind.PAPER) {
            throw new InvalidValue("relation.kind", "an exchange on paper only", id.kind() + "");
        }
    }

    private static boolean isFiscal(BillId id) {
        return id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
    }
}
