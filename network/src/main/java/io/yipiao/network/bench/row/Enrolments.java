package io.yipiao.network.bench.row;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.Await;
import io.yipiao.network.bench.Load;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Enrols hospitals on the ledger, as Insurance and then as Finance. */
final class Enrolments {
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");
    private static final int AT_ONCE = 8;

    private Enrolments() {}

    /** Enrols them, and waits until the gateway knows them. */
    static void enrol(Gateway gateway, Map<Issuer, Hospital> hospitals) throws Exception {
        List<Callable<?>> work =
                hospitals.entrySet().stream()
                        .<Callable<?>>map(entry ->
                                () -> {
                                    enrol(gateway, arguments(entry.getKey(), entry.getValue()));
                                    return entry;
                                })
                        .collect(Collectors.toList());
        Load.of(AT_ONCE, work);
        for (Issuer issuer : hospitals.keySet()) {
            Await.until("the enrolment", () -> gateway.view().issuer(issuer.number()).isPresent());
        }
    }

    private static void enrol(Gateway gateway, Json.Members arguments) throws Exception {
        Proposals proposals = new Proposals(gateway.ledger());
        for (Caller caller : List.of(Caller.ADMIN, FINANCE)) {
            proposals.settle(Call.of(caller, "enrolIssuer").with(arguments), endorsed -> {});
        }
    }

    private static Json.Members arguments(Issuer issuer, Hospital hospital) {
        return Json.object()
                .put("number", issuer.number())
                .put("code", issuer.code())
                .put("name", issuer.name())
                .put("keys", List.of(hospital.publicKey().json()))
                .end();
    }
}
