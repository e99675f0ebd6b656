package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.verdict.Explanation;
import io.yipiao.verifier.verdict.Fact;
import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Tone;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

/** A verdict in print: sentence, reasons, what to compare, what stays unseen, what to do next. */
final class VerdictPage {
    private final Console console;

    VerdictPage(Console console) {
        this.console = console;
    }

    /**
     * Prints it and answers with the exit code: good unless the verdict stops or proves nothing.
     */
    int print(Verdict verdict) {
        console.out()
                .println(
                        verdict.kind().icon()
                                + " "
                                + verdict.kind()
                                + " "
                                + verdict.sentence().in(console.language()));
        verdict.reasons().forEach(this::remark);
        verdict.notices().forEach(this::remark);
        for (VerdictKind kind : verdict.also()) {
            console.out()
                    .println("  " + kind.icon() + " " + kind.sentence().in(console.language()));
        }
        switch (verdict) {
            case Verdict.Proven proven -> compare(proven.facts());
            case Verdict.Elsewhere elsewhere -> unverified(elsewhere.face());
            case Verdict.Revoked revoked -> {}
            case Verdict.Unproven unproven -> {}
        }
        console.say(Explanation.of(verdict.kind()).next());
        return verdict instanceof Verdict.Proven && verdict.kind().tone() != Tone.STOP
                ? Exit.GOOD
                : Exit.BAD;
    }

    private void remark(Remark remark) {
        console.out().println("  " + remark.sentence().in(console.language()));
    }

    private void compare(PrintedFacts facts) {
        console.say("请和手里的票据对一对：", "Compare with your bill:");
        for (Fact fact : facts.inOrder()) {
            console.tell(fact.field().label(), fact.value().in(console.language()));
        }
        console.say(PrintedFacts.UNSEEN);
    }

    private void unverified(Face.Foreign face) {
        console.say("二维码自称（未核实）：", "The code says of itself (not verified):");
        face.id().ifPresent(id -> console.tell(Field.NUMBER.label(), id.toString()));
        face.checkCode().ifPresent(code -> console.tell(Field.CHECK_CODE.label(), code));
        face.date().ifPresent(date -> console.tell(Field.DATE.label(), date.toString()));
        face.amount().ifPresent(amount -> console.tell(Field.TOTAL.label(), amount.yuan()));
    }
}
