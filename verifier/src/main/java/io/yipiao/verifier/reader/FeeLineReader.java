package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Decimals;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.FieldException;

import java.util.Set;

/** Reads one fee line of a bill; {@code CanonicalForm} describes its JSON. */
public final class FeeLineReader {
    private static final Set<String> NAMES =
            Set.of(
                    "sequence",
                    "category",
                    "catalogueCode",
                    "hospitalCode",
                    "name",
                    "specification",
                    "quantity",
                    "unitPrice",
                    "amount",
                    "catalogueClass",
                    "at",
                    "daysOfSupply");

    private FeeLineReader() {}

    /** Reads one line. */
    public static FeeLine read(Json.Members in) throws FieldException {
        in.only(NAMES);
        return FeeLine.of(
                in.whole("sequence", 1, Integer.MAX_VALUE),
                Category.ofCode("category", in.text("category")),
                in.text("catalogueCode"),
                in.text("hospitalCode"),
                in.text("name"),
                in.text("specification"),
                Decimals.read("quantity", in.text("quantity"), FeeLine.QUANTITY_PLACES),
                Decimals.read("unitPrice", in.text("unitPrice"), FeeLine.PRICE_PLACES),
                Decimals.read("amount", in.text("amount"), FeeLine.AMOUNT_PLACES),
                Values.oneOf(CatalogueClass.values(), "catalogueClass", in.text("catalogueClass")),
                Values.instant("at", in.text("at")),
                in.whole("daysOfSupply", 0, Integer.MAX_VALUE));
    }
}
