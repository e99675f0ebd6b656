package io.yipiao.network.corpus;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;

/** Something that is charged for. */
record Item(String code, String name, Category category) {

    boolean isDrug() {
        return category == Category.WESTERN_DRUG
                || category == Category.CHINESE_PATENT_DRUG
                || category == Category.HERBAL_PIECES;
    }

    CatalogueClass catalogueClass() {
        return code.hashCode() % 3 == 0 ? CatalogueClass.A : CatalogueClass.B;
    }

    /**
     * A national code says what it is of by its beginning: X western drugs, Z Chinese patent drugs,
     * T pieces; services are numbered by chapter.
     */
    static Category category(String code) {
        return switch (code.charAt(0)) {
            case 'X' -> Category.WESTERN_DRUG;
            case 'Z' -> Category.CHINESE_PATENT_DRUG;
            case 'T' -> Category.HERBAL_PIECES;
            default -> service(code);
        };
    }

    private static Category service(String code) {
        if (code.startsWith("0011")) {
            return Category.CONSULTATION;
        }
        if (code.startsWith("0012")) {
            return Category.NURSING;
        }
        if (code.startsWith("0025")) {
            return Category.LABORATORY;
        }
        if (code.startsWith("002")) {
            return Category.EXAMINATION;
        }
        return code.startsWith("0033") ? Category.SURGERY : Category.TREATMENT;
    }
}
