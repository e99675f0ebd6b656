package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.issuer.Rotations;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.SentFile;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.Suite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A hospital's keys (换密钥): those it has, old and new side by side, and how it gets a new one. */
public final class KeyPages {
    /** More than any request for a new key has. */
    private static final int LONGEST = 16 << 10;

    private final Rotations rotations;
    private final LedgerView view;

    public KeyPages(Rotations rotations, LedgerView view) {
        this.rotations = rotations;
        this.view = view;
    }

    public void addTo(Pages pages) {
        pages.on(Page.KEYS, visit -> page(200, visit, ""))
                .on(Page.RENEW_KEY, this::renew)
                .onFile(Page.ROTATION_FILE, this::take);
    }

    /**
     * What the page shows.
     *
     * @param overlap whether several keys are in use
     * @param kept whether the gateway keeps the hospital's keys
     * @param newest the newest key's number, by which a repeat is known
     * @param fault why nothing was changed; empty if nothing was tried
     */
    public record KeysView(
            List<KeyRow> keys, boolean overlap, boolean kept, int newest, String fault) {
        public KeysView {
            keys = List.copyOf(keys);
        }
    }

    private Reply renew(Visit visit) {
        int issuer = visit.principal().issuer();
        Optional<Suite> suite = suite(visit.form().text("suite"));
        String after = visit.form().text("after");
        if (suite.isEmpty() || !after.matches("[0-9]{1,3}")) {
            return page(422, visit, visit.say("hospital.keys.choose"));
        }
        if (rotations.sealing(issuer).isEmpty()) {
            return page(422, visit, visit.say("hospital.keys.no-key"));
        }
        try {
            rotations.renew(issuer, suite.get(), Integer.parseInt(after));
            return done();
        } catch (Refused e) {
            return page(422, visit, visit.say("hospital.keys.refused", e.code()));
        } catch (RaceLost | LedgerUnavailable e) {
            return page(503, visit, visit.say("hospital.keys.later"));
        }
    }

    private Reply take(Visit visit, SentFile file) throws IOException {
        byte[] content = file.content().readNBytes(LONGEST + 1);
        if (content.length == 0 || content.length > LONGEST) {
            return page(422, visit, visit.say("hospital.keys.none-chosen"));
        }
        try {
            rotations.take(visit.principal().issuer(), content);
            return done();
        } catch (FieldException e) {
            return page(
                    422,
                    visit,
                    visit.say(
                            "hospital.keys.fault",
                            e.field(),
                            FaultWords.expected(e.expected(), visit.frame())));
        } catch (Refused e) {
            return page(422, visit, visit.say("hospital.keys.refused", e.code()));
        } catch (RaceLost | LedgerUnavailable e) {
            return page(503, visit, visit.say("hospital.keys.later"));
        }
    }

    private static Reply done() {
        return Reply.done("/hospital/keys", "hospital-key");
    }

    private Reply page(int status, Visit visit, String fault) {
        int issuer = visit.principal().issuer();
        int sealing = rotations.sealing(issuer).orElse(0);
        List<KeyRow> keys =
                view.issuer(issuer)
                        .map(enrolled -> KeyRow.of(enrolled, sealing, visit.frame()))
                        .orElse(List.of());
        return Reply.page(
                status,
                "keys.jte",
                new KeysView(
                        keys,
                        keys.stream().filter(key -> key.state().equals("use")).count() > 1,
                        sealing > 0,
                        rotations.newest(issuer),
                        fault));
    }

    private static Optional<Suite> suite(String name) {
        try {
            return Optional.of(Suite.of("suite", name));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }
}
