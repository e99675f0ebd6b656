package io.yipiao.verifier.cli;

import io.yipiao.verifier.verdict.Explanation;
import io.yipiao.verifier.verdict.VerdictKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code explain}: what a verdict means and what to do next. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "解释查验结果；不写名字就全部列出。 Explain verdicts, all of them unless named.")
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "VERDICT", description = "${COMPLETION-CANDIDATES}")
    private List<VerdictKind> kinds = List.of(VerdictKind.values());

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (VerdictKind kind : kinds) {
            Explanation explanation = Explanation.of(kind);
            console.out()
                    .println(
                            kind.icon()
                                    + " "
                                    + kind
                                    + " "
                                    + kind.sentence().in(console.language()));
            console.out().println("  " + explanation.meaning().in(console.language()));
            console.out().println("  → " + explanation.next().in(console.language()));
        }
        return Exit.GOOD;
    }
}
