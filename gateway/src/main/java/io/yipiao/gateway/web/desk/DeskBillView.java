package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.Row;

import java.util.List;

/**
 * A bill as clerks, supervisors and auditors see it.
 *
 * @param at with which payers it is being claimed; empty unless it is
 * @param facts what to compare with the paper
 * @param others the other contents of the same number; empty unless there are any
 * @param remembered whether the ledger keeps the conflict, said in words; empty without one
 * @param person whose it is
 * @param ledger where it stands there
 * @param left what can still be claimed; empty where nobody may say
 * @param near what is nearly the same
 * @param advice what to do with it if it cannot be taken in
 * @param buttons what can be done with it
 * @param fault why it was not taken in; empty if nobody tried
 */
public record DeskBillView(
        String tone,
        Icon icon,
        String sentence,
        String at,
        BillFacts facts,
        List<OtherContent> others,
        String remembered,
        List<Row> person,
        List<Row> ledger,
        List<ShareRow> shares,
        String left,
        List<NearRow> near,
        List<String> remarks,
        String time,
        Advice advice,
        Buttons buttons,
        String fault) {
    public DeskBillView {
        others = List.copyOf(others);
        person = List.copyOf(person);
        ledger = List.copyOf(ledger);
        shares = List.copyOf(shares);
        near = List.copyOf(near);
        remarks = List.copyOf(remarks);
    }

    /**
     * What a visitor can do.
     *
     * @param cases where cases are: {@code /desk/claims/}, or the auditor's
     * @param accept where a claim is taken in; empty if none can be
     * @param key names this try, so that a second press is the same claim
     * @param open the case to open; empty if there is none
     * @param next the next case of the queue; empty if none waits
     */
    public record Buttons(String cases, String accept, String key, String open, String next) {}
}
