package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBatch;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/** Shows a stored bill: its state, QR code, place on the ledger, receipt and sealed line. */
public final class BillOperations {
    private static final Set<Role> STAFF = Set.of(Role.CLERK, Role.AUDITOR);

    /** Pixels of a module in a PNG: 40 mm at 600 dots an inch and more. */
    private static final int MODULE = 12;

    private final Bills bills;
    private final BillQr codes;
    private final LedgerView view;
    private final LedgerClient ledger;

    public BillOperations(Bills bills, BillQr codes, LedgerView view, LedgerClient ledger) {
        this.bills = bills;
        this.codes = codes;
        this.view = view;
        this.ledger = ledger;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.GET_BILL, call -> Answer.json(state(bill(call))))
                .on(Route.GET_BILL_QR, this::qr)
                .on(Route.GET_BILL_ANCHOR, this::anchor)
                .on(Route.GET_BILL_RECEIPT, this::receipt)
                .on(Route.GET_BILL_SEALED_LINE, call -> Answer.json(bill(call).sealed().json()));
    }

    /** A hospital sees its own bills; another's is not there. */
    private StoredBill bill(Call call) throws ProblemException {
        Principal principal = call.principal();
        boolean staff = principal.roles().stream().anyMatch(STAFF::contains);
        return bills.byId(call.id("id"))
                .filter(bill -> !bill.isElsewhere())
                .filter(bill -> staff || principal.issuer() == bill.issuer())
                .orElseThrow(() -> new ProblemException(Problem.notFound("bill")));
    }

    private Json.Members state(StoredBill stored) {
        Bill bill = stored.bill();
        BillStanding standing = bills.standing(stored.id());
        Json.Writer out =
                Json.object()
                        .put("id", stored.id().toString())
                        .put("identity", Words.identity(bill.id()))
                        .put("issuer", stored.issuer())
                        .put("keySeq", stored.keySeq())
                        .put("totalFen", bill.total().value())
                        .put("claimableFen", bill.claimable().value())
                        .put("issueDate", bill.issueDate().toString())
                        .put("fingerprint", stored.opening().fingerprint().hex())
                        .put("state", name(stored, standing))
                        .putText("refusal", standing.refusal());
        bill.relation().ifPresent(relation -> out.put("relation", Words.relation(relation)));
        return out.end();
    }

    private String name(StoredBill stored, BillStanding standing) {
        Optional<ProjectedBill> opened = stored.index().flatMap(view::electronic);
        if (opened.filter(b -> b.state() == ProjectedBill.State.CONFLICT).isPresent()) {
            return "CONFLICT";
        }
        return opened.filter(known -> known.isReversed(stored.opening().core())).isPresent()
                ? "REVERSED"
                : standing.state().name();
    }

    private Answer qr(Call call) throws ProblemException {
        QrText text = codes.text(bill(call));
        String accept = call.header("accept").orElse("");
        String format =
                call.query("format")
                        .orElse(
                                accept.contains("image/svg+xml")
                                        ? "svg"
                                        : accept.contains("text/plain") ? "text" : "png");
        return switch (format) {
            case "svg" -> Answer.of(200, "image/svg+xml", QrSymbol.of(text).svg());
            case "text" -> Answer.text(200, "text/plain", text.text());
            default -> Answer.of(200, "image/png", QrSymbol.of(text).png(MODULE));
        };
    }

    private Answer anchor(Call call) throws ProblemException {
        StoredBill bill = bill(call);
        ProjectedBatch batch = batch(bill);
        return Answer.json(
                Json.object()
                        .put("issuer", batch.issuer())
                        .put("root", batch.root().hex())
                        .put("size", batch.size())
                        .put("keySeq", batch.keySeq())
                        .put("position", bill.proof().index())
                        .put(
                                "proof",
                                Json.texts(
                                        bill.proof().siblings().stream().map(Digest::hex).toList()))
                        .put("transactionId", batch.transaction().hex())
                        .put("block", batch.block())
                        .put("at", batch.at().toString())
                        .end());
    }

    private Answer receipt(Call call) throws ProblemException {
        ProjectedBatch batch = batch(bill(call));
        try {
            var prove =
                    io.yipiao.gateway.ledger.Call.of(Caller.INTAKE, "prove")
                            .with(Integer.toString(batch.issuer()))
                            .with(batch.root().hex());
            return Answer.jsonBytes(ledger.prove(prove).receipt());
        } catch (Refused e) {
            throw new ProblemException(
                    Problem.conflict(
                            "ledger-refused",
                            "The ledger refused it",
                            String.valueOf(e.getMessage())));
        }
    }

    private ProjectedBatch batch(StoredBill bill) throws ProblemException {
        return view.batch(bill.issuer(), bill.batchRoot())
                .orElseThrow(() -> new ProblemException(Problem.notFound("anchor")));
    }
}
