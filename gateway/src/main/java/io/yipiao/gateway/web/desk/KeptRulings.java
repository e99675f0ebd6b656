package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.session.KeptForms;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.IllegalFormException;
import io.yipiao.gateway.web.Visit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions that did not arrive, as the clerk's session was over: he finds what he typed. */
final class KeptRulings {
    private final KeptForms kept;

    KeptRulings(KeptForms kept) {
        this.kept = kept;
    }

    /**
     * What this visitor filled in on a case, whether he sent it from the case or its confirmation.
     *
     * @param path of the case
     */
    Optional<RulingForm> of(Visit visit, String path) {
        UUID account = visit.principal().token();
        return kept.of(account, path)
                .or(() -> kept.of(account, path + "/confirm"))
                .flatMap(form -> read(visit, form));
    }

    /** Forgets it, since he went on. */
    void forget(Visit visit) {
        kept.forget(visit.principal().token());
    }

    private static Optional<RulingForm> read(Visit visit, String form) {
        try {
            Form sent = Form.ofUrlEncoded(form.getBytes(StandardCharsets.UTF_8));
            return Optional.of(RulingForm.read(visit, sent).withFaults(List.of()));
        } catch (IllegalFormException e) {
            return Optional.empty();
        }
    }
}
