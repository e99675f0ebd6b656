package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.List;

/** A calculation sheet in the order of the calculation; what takes nothing off is left out. */
final class SheetRows {
    private final Frame frame;
    private final List<Row> rows = new ArrayList<>();

    private SheetRows(Frame frame) {
        this.frame = frame;
    }

    static List<Row> of(Sheet sheet, Frame frame) {
        SheetRows out = new SheetRows(frame);
        out.always("total", sheet.total());
        out.minus("disallowed", sheet.disallowed());
        out.minus("full", sheet.fullOwnPay());
        out.minus("over", sheet.overCeiling());
        out.minus("first", sheet.firstOwnPay());
        out.always("scope", sheet.inScope());
        out.minus("deductible", sheet.deductible());
        out.minus("ratio", sheet.ratioOwnPay());
        out.minus("ceiling", sheet.overAnnualCeiling());
        out.minus("left", sheet.beyondLeft());
        out.always("fund", sheet.fund());
        return out.rows;
    }

    private void always(String key, Fen amount) {
        rows.add(Row.of(frame.say("desk.sheet." + key), frame.yuan(amount)));
    }

    private void minus(String key, Fen amount) {
        if (!amount.isZero()) {
            rows.add(Row.of(frame.say("desk.sheet." + key), "− " + frame.yuan(amount)));
        }
    }
}
