package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.PrintedFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The component of a slip to print beside a bill (报销凭条): its code and what the seal proves, in the
 * paper's order, and the check code for those who type. It is not the bill, says so, and looks like
 * no state form; it names neither the patient nor who reimbursed.
 *
 * @param code where the picture of its code is
 */
public record Face(UUID bill, String code, List<Row> rows) {
    public Face {
        rows = List.copyOf(rows);
    }

    static Face of(StoredBill stored, Frame frame) {
        Bill bill = stored.bill();
        List<Row> rows = new ArrayList<>();
        new PrintedFacts(bill.issuer(), stored.opening().core())
                .inOrder().stream()
                        .filter(fact -> fact.field() != Field.KIND)
                        .map(fact ->
                                Row.of(frame.say(fact.field().label()), frame.say(fact.value())))
                        .forEach(rows::add);
        bill.checkCode().ifPresent(code -> rows.add(Row.of(frame.say("check.check"), code)));
        return new Face(stored.id(), "/hospital/bills/" + stored.id() + "/code", rows);
    }
}
