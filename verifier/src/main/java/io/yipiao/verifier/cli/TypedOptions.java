package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.TypedFace;

import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.util.Optional;

/** The elements that a person types from a paper. */
final class TypedOptions {
    @Option(names = "--code", description = "票据代码，全电票不填。 Bill code, if it has one.")
    private String code = "";

    @Option(names = "--number", description = "票据号码。 Bill number.")
    private Optional<String> number = Optional.empty();

    @Option(names = "--amount", description = "金额，如 3354.30。 The total, such as 3354.30.")
    private Optional<String> amount = Optional.empty();

    @Option(names = "--date", description = "开票日期，如 2026-09-13。 The day of issue.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--check-code", description = "校验码（二维码里没有）。 Check code, which no code holds.")
    private Optional<String> checkCode = Optional.empty();

    @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}")
    private Optional<BillId.Kind> kind = Optional.empty();

    boolean isGiven() {
        return number.isPresent() || amount.isPresent() || date.isPresent();
    }

    TypedFace face() throws InputException {
        if (number.isEmpty() || amount.isEmpty() || date.isEmpty()) {
            throw new InputException(
                    "--number、--amount、--date 要一起给",
                    "--number, --amount and --date are given together");
        }
        try {
            Fen fen = Fen.ofYuan("amount", amount.get());
            return new TypedFace(kind, code, number.get(), checkCode, fen, date.get());
        } catch (FieldException e) {
            throw new InputException(
                    "金额写成 3354.30 这样：" + amount.get(),
                    "the amount is not usable: " + e.getMessage(),
                    e);
        }
    }
}
