package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet as JSON, amounts in fen and line amounts as decimal text:
 *
 * <pre>
 * {"total","disallowed","fullOwnPay","overCeiling","firstOwnPay","inScope","deductible",
 *  "ratioOwnPay","overAnnualCeiling","beyondLeft","fund",
 *  "lines":[{"sequence","class","known","amount","disallowed"?,"fullOwnPay"?,…}]}
 * </pre>
 */
public final class SheetForm {
    private static final Map<Deduction, String> NAMES =
            new EnumMap<>(
                    Map.of(
                            Deduction.DISALLOWED, "disallowed",
                            Deduction.FULL_OWN_PAY, "fullOwnPay",
                            Deduction.OVER_CEILING, "overCeiling",
                            Deduction.FIRST_OWN_PAY, "firstOwnPay"));

    private SheetForm() {}

    public static Json.Members write(Sheet sheet) {
        return Json.object()
                .put("total", sheet.total().value())
                .put("disallowed", sheet.disallowed().value())
                .put("fullOwnPay", sheet.fullOwnPay().value())
                .put("overCeiling", sheet.overCeiling().value())
                .put("firstOwnPay", sheet.firstOwnPay().value())
                .put("inScope", sheet.inScope().value())
                .put("deductible", sheet.deductible().value())
                .put("ratioOwnPay", sheet.ratioOwnPay().value())
                .put("overAnnualCeiling", sheet.overAnnualCeiling().value())
                .put("beyondLeft", sheet.beyondLeft().value())
                .put("fund", sheet.fund().value())
                .put("lines", sheet.lines().stream().map(SheetForm::write).toList())
                .end();
    }

    public static Sheet read(Json.Members sheet) throws FieldException {
        List<LineShare> lines = new ArrayList<>();
        for (Json.Members line : sheet.items("lines").objects("lines")) {
            lines.add(readLine(line));
        }
        return new Sheet(
                fen(sheet, "total"),
                fen(sheet, "disallowed"),
                fen(sheet, "fullOwnPay"),
                fen(sheet, "overCeiling"),
                fen(sheet, "firstOwnPay"),
                fen(sheet, "deductible"),
                fen(sheet, "ratioOwnPay"),
                fen(sheet, "overAnnualCeiling"),
                fen(sheet, "beyondLeft"),
                fen(sheet, "fund"),
                lines);
    }

    private static Json.Members write(LineShare line) {
        Json.Writer out =
                Json.object()
                        .put("sequence", line.sequence())
                        .put("class", line.catalogueClass().name())
                        .put("known", line.known())
                        .put("amount", plain(line.amount()));
        line.taken().forEach((kind, yuan) -> out.put(name(kind), plain(yuan)));
        return out.end();
    }

    private static LineShare readLine(Json.Members line) throws FieldException {
        Map<Deduction, BigDecimal> taken = new EnumMap<>(Deduction.class);
        for (Deduction kind : Deduction.values()) {
            if (line.has(name(kind))) {
                taken.put(kind, new BigDecimal(line.text(name(kind))));
            }
        }
        return new LineShare(
                line.whole("sequence", 1, Integer.MAX_VALUE),
                CatalogueClass.valueOf(line.text("class")),
                line.flag("known"),
                new BigDecimal(line.text("amount")),
                taken);
    }

    private static String name(Deduction kind) {
        return NAMES.getOrDefault(kind, kind.name());
    }

    private static String plain(BigDecimal yuan) {
        return yuan.signum() == 0 ? "0" : yuan.stripTrailingZeros().toPlainString();
    }

    private static Fen fen(Json.Members sheet, String field) throws FieldException {
        return Fen.of(field, sheet.whole(field));
    }
}
