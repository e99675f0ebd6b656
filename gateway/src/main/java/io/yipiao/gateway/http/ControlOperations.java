package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.control.Compared;
import io.yipiao.gateway.control.ControlTotal;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.control.IssueDay;
import io.yipiao.gateway.control.NumberRange;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes Finance's control totals, and says which do not agree with the bills that came. */
public final class ControlOperations {
    private static final int MOST = 200;

    private final ControlTotals totals;

    public ControlOperations(ControlTotals totals) {
        this.totals = totals;
    }

    public void addTo(Operations operations) {
        operations.on(Route.STATE_TOTALS, this::state).on(Route.LIST_TOTALS, call -> list());
    }

    private Answer state(Call call) throws FieldException {
        List<ControlTotal> stated = new ArrayList<>();
        for (Json.Members total : call.json().items("totals").objects("totals")) {
            try {
                stated.add(read(total));
            } catch (FieldException e) {
                throw e.under("totals[" + stated.size() + "]");
            }
        }
        return answer(totals.state(stated, call.principal().owner().name()));
    }

    private Answer list() {
        return answer(totals.open(MOST));
    }

    private static Answer answer(List<Compared> compared) {
        return Answer.json(
                Json.object()
                        .put("totals", compared.stream().map(ControlOperations::describe).toList())
                        .end());
    }

    private static ControlTotal read(Json.Members total) throws FieldException {
        List<NumberRange> ranges = new ArrayList<>();
        if (total.values().containsKey("ranges")) {
            for (Json.Members range : total.items("ranges").objects("ranges")) {
                ranges.add(NumberRange.of(range.text("first"), range.text("last")));
            }
        }
        IssueDay of =
                IssueDay.of(
                        total.whole("issuer", 1, Integer.MAX_VALUE),
                        day(total.text("day")),
                        kind(total.text("kind")),
                        total.text("code"));
        return ControlTotal.of(
                of,
                total.whole("bills", 0, Integer.MAX_VALUE),
                Fen.of("fen", total.whole("fen")),
                ranges);
    }

    private static LocalDate day(String text) throws FieldException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FieldException("day", "a day such as 2026-09-30", text);
        }
    }

    private static BillId.Kind kind(String text) throws FieldException {
        for (BillId.Kind kind : BillId.Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new FieldException("kind", "FISCAL, VAT or ALL_DIGITAL", text);
    }

    private static Json.Members describe(Compared compared) {
        ControlTotal stated = compared.stated();
        return Json.object()
                .put("issuer", stated.of().issuer())
                .put("day", stated.of().day().toString())
                .put("kind", stated.of().kind().name())
                .put("code", stated.of().code())
                .put("version", compared.version())
                .put("bills", stated.bills())
                .put("fen", stated.total().value())
                .put("cameBills", compared.bills())
                .put("cameFen", compared.total().value())
                .put("complete", compared.isComplete())
                .putText(
                        "missing",
                        Optional.of(NumberRange.text(compared.missing()))
                                .filter(numbers -> !numbers.isEmpty()))
                .put("certain", compared.certain())
                .end();
    }
}
