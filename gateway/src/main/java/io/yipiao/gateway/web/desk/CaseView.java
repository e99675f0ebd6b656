package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.List;

/**
 * A case: on the left what was claimed, on the right what is known of it, below what can be
 * decided.
 *
 * @param facts what to compare with the paper, then whose it is
 * @param near what is nearly the same as its bill
 * @param sheet how the amount was worked out
 * @param asked what the claimant was asked for and answered
 * @param diagnoses opened on demand; empty until then
 */
public record CaseView(
        Head head,
        VerdictView verdict,
        List<Row> facts,
        List<LineRow> lines,
        List<FindingRow> findings,
        List<ShareRow> shares,
        String left,
        List<NearRow> near,
        List<Step> history,
        List<Row> sheet,
        List<Row> asked,
        String diagnoses,
        Bench bench) {
    public CaseView {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        shares = List.copyOf(shares);
        near = List.copyOf(near);
        history = List.copyOf(history);
        sheet = List.copyOf(sheet);
        asked = List.copyOf(asked);
    }

    /**
     * What the page begins with.
     *
     * @param tone of the clock
     * @param amount what would be stamped; empty while nothing is computed
     * @param path of this case
     * @param stamp where its stamp is corrected; empty if there is none, or for another
     * @param recovery where what is wanted back of it is closed; empty if nothing ever was
     * @param cases where cases are: {@code /desk/claims/}, or the auditor's
     */
    public record Head(
            String number,
            String state,
            String clock,
            String tone,
            String due,
            String amount,
            String path,
            String stamp,
            String recovery,
            String cases) {
        public boolean desk() {
            return cases.startsWith("/desk");
        }
    }

    /** The bill's verdict. */
    public record VerdictView(String tone, Icon icon, String sentence) {}

    /** What was found on a line. */
    public record FindingRow(int line, String words) {}

    /**
     * Where the visitor decides.
     *
     * @param open whether he may
     * @param two whether a supervisor has to agree with whoever passes it
     * @param closed why he may not; empty if he may
     * @param escalates whether he can hand it to a supervisor
     * @param next the next case of the queue; empty if none waits
     */
    public record Bench(
            boolean open,
            boolean two,
            String closed,
            boolean escalates,
            RulingForm form,
            Field reason,
            String next) {}
}
