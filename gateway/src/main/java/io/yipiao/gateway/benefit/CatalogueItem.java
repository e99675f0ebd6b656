package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Fen;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item of the insurance's catalogue.
 *
 * @param code its code
 * @param name its name
 * @param catalogueClass 甲 乙 丙
 * @param ownPay the ratio of first own payment of class B; absent where the unit price decides it
 * @param ceiling the unit price beyond which the patient pays himself (限价), if there is one
 * @param negative whether it stands on the negative list (负面清单), wholly the patient's own
 */
public record CatalogueItem(
        String code,
        String name,
        CatalogueClass catalogueClass,
        Optional<BigDecimal> ownPay,
        Optional<Fen> ceiling,
        boolean negative) {
    static final String FILE = "catalogue.csv";
    static final String COLUMNS = "code,name,class,own_pay,ceiling,negative";

    private static final String BY_PRICE = "by-price";

    static CatalogueItem read(Row row) throws TableException {
        CatalogueClass catalogueClass = row.one("class", CatalogueClass.values());
        Optional<String> ownPay = row.optional("own_pay");
        if (ownPay.isPresent() != (catalogueClass == CatalogueClass.B)) {
            throw row.fault(
                    "own_pay",
                    "a ratio or by-price for class B, else nothing",
                    ownPay.orElse("nothing"));
        }
        boolean byPrice = ownPay.filter(BY_PRICE::equals).isPresent();
        return new CatalogueItem(
                row.text("code"),
                row.text("name"),
                catalogueClass,
                byPrice ? Optional.empty() : row.optionalRatio("own_pay"),
                row.optionalYuan("ceiling"),
                row.yes("negative"));
    }

    /** Whether nothing of it is in the insurance's scope. */
    boolean outside() {
        return negative || catalogueClass == CatalogueClass.C;
    }
}
