package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers recoveries for their pages. */
final class RecoveryFiles {
    private final ClaimDesk desk;
    private final Clock clock;

    RecoveryFiles(ClaimDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    RecoveryView.Entries entries(Frame frame) {
        List<Recovery> all = desk.recoveries().open();
        Fen total = all.stream().map(Recovery::open).reduce(Fen.ZERO, Fen::plus);
        return new RecoveryView.Entries(
                all.stream().map(one -> entry(one, frame)).toList(), frame.yuan(total));
    }

    private RecoveryView.Entry entry(Recovery one, Frame frame) {
        LocalDate since = LocalDate.ofInstant(one.since(), Bill.ZONE);
        long days = ChronoUnit.DAYS.between(since, LocalDate.ofInstant(clock.instant(), Bill.ZONE));
        return new RecoveryView.Entry(
                one.claim().text(),
                name(one),
                frame.yuan(one.open()),
                since.toString(),
                frame.say("recovery.days", days),
                waits(one, frame));
    }

    private static String waits(Recovery one, Frame frame) {
        if (one.pending().isPresent()) {
            return frame.say("recovery.waits.confirmation");
        }
        return one.fromNext() ? frame.say("recovery.waits.payment") : "";
    }

    RecoveryView view(Visit visit, Recovery one, RecoveryForm form) {
        Frame frame = visit.frame();
        return new RecoveryView(
                one.claim().text(),
                name(one),
                CaseHistory.words(one.state(), frame),
                one.open().isZero() ? "" : frame.yuan(one.open()),
                facts(one, frame),
                one.parts().stream().map(part -> part(part, frame)).toList(),
                one.pending().flatMap(Settlement::digest).orElse(""),
                form,
                List.of(field(form, form.amount(visit)), field(form, form.note(visit))),
                visit.is(Role.SUPERVISOR));
    }

    private static Field field(RecoveryForm form, Field field) {
        return form.faults().stream()
                .filter(wrong -> wrong.name().equals(field.name()))
                .findFirst()
                .flatMap(Field::error)
                .map(field::wrong)
                .orElse(field);
    }

    static List<Row> facts(Recovery one, Frame frame) {
        List<Row> rows = new ArrayList<>();
        String old = one.old().stream().map(BillId::toString).collect(Collectors.joining(", "));
        rows.add(Row.of(frame.say("recovery.old"), old));
        if (!one.old().contains(one.bill())) {
            rows.add(Row.of(frame.say("recovery.new"), one.bill().toString()));
        }
        rows.add(Row.of(frame.say("recovery.owed"), frame.yuan(one.owed())));
        add(rows, "recovery.netted", one.netted(), frame);
        add(rows, "recovery.repaid", one.closed(Settlement.Kind.REPAID), frame);
        add(rows, "recovery.offset", one.closed(Settlement.Kind.OFFSET), frame);
        add(rows, "recovery.written-off", one.closed(Settlement.Kind.WRITTEN_OFF), frame);
        rows.add(Row.of(frame.say("recovery.open"), frame.yuan(one.open())));
        return rows;
    }

    private static void add(List<Row> rows, String key, Fen amount, Frame frame) {
        if (!amount.isZero()) {
            rows.add(Row.of(frame.say(key), frame.yuan(amount)));
        }
    }

    private static Step part(Settlement part, Frame frame) {
        String how = frame.say("recovery.part." + part.kind().name(), frame.yuan(part.fen()));
        String note = part.name() + " · " + part.note();
        String against =
                part.other().map(claim -> " · " + frame.say("recovery.against", claim)).orElse("");
        // What a step's mark says already is not said again.
        String state =
                part.state() == Settlement.State.CLOSED
                        ? ""
                        : " · " + frame.say("recovery.state." + part.state().name());
        return new Step(
                how + state,
                switch (part.state()) {
                    case CLOSED, ON_LEDGER -> "done";
                    case LAPSED -> "failed";
                    case RECORDED, PENDING -> "now";
                },
                Optional.of(frame.minute(part.at())),
                Optional.of(note + against));
    }

    private String name(Recovery one) {
        return desk.insured().name(one.patient()).orElse("—");
    }
}
