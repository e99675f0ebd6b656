package io.yipiao.gateway.web.front;

import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.verdict.Verdict;

import java.util.List;

/**
 * The page for a paper that says otherwise than its seal.
 *
 * @param facts what the seal proves
 * @param ticked which of them differ, if that was said
 */
public record DiffersView(
        String issuer, List<Row> facts, List<String> ticked, boolean sent, String path) {
    public DiffersView {
        facts = List.copyOf(facts);
        ticked = List.copyOf(ticked);
    }

    static DiffersView of(Verdict.Proven verdict, Visit visit, boolean sent) {
        List<Row> facts = BillView.rows(verdict.facts(), visit.frame());
        List<String> said = visit.form().all("differs");
        return new DiffersView(
                verdict.facts().issuer().name(),
                facts,
                facts.stream().map(Row::label).filter(said::contains).toList(),
                sent,
                "/Q/" + visit.call().path("text"));
    }
}
