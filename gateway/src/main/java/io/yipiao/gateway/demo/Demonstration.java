package io.yipiao.gateway.demo;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills a gateway with payers and people, and gives out the demonstration's tokens. */
public final class Demonstration {
    /** Who is insured here and owns the sample bills. */
    public static final String CITIZEN = "990000198103070024";

    /** A clerk, who is a person too. */
    static final String CLERK = "990000199202050170";

    private static final Map<String, String> PAYERS =
            Map.of(
                    "basic", "BASIC",
                    "serious", "SERIOUS_ILLNESS",
                    "assistance", "ASSISTANCE",
                    "commercial", "COMMERCIAL");

    private final Gateway gateway;
    private final Confirmation finance;

    public Demonstration(Gateway gateway, Confirmation finance) {
        this.gateway = gateway;
        this.finance = finance;
    }

    /** Enrols the payers on the ledger, where they are not. */
    public void enrolPayers() {
        PAYERS.forEach(this::enrolPayer);
    }

    /** A token of somebody of whom only the name matters. */
    public Api as(String name, Role role) {
        return api(Set.of(role), Owner.named(name));
    }

    public Api asHospital(int issuer) {
        return api(Set.of(Role.HOSPITAL), Owner.issuer("示范市人民医院", issuer));
    }

    public Api asCitizen() {
        return api(Set.of(Role.CITIZEN), person("张示范", CITIZEN));
    }

    /** Says where the citizen is paid. */
    public static void openAccount(Api citizen) {
        citizen.put(
                        "/api/v1/accounts",
                        Json.object()
                                .put("holder", "张示范")
                                .put("bank", "示范银行")
                                .put("number", "6222000000004821")
                                .end())
                .expect(200);
    }

    public Api asClerk() {
        return api(Set.of(Role.CLERK), person("周试用", CLERK));
    }

    public Api asStranger() {
        return new Api(gateway.address(), Optional.empty());
    }

    /** A token's text, to be printed once. */
    public String token(Role role, Owner owner) {
        return token(Set.of(role), owner);
    }

    /** Somebody on a resident's card. */
    public Owner person(String name, String idNumber) {
        return Owner.person(name, gateway.secrets().people().id(IdType.RESIDENT_ID, idNumber));
    }

    private Api api(Set<Role> roles, Owner owner) {
        return new Api(gateway.address(), Optional.of(token(roles, owner)));
    }

    private String token(Set<Role> roles, Owner owner) {
        try {
            return gateway.tokens().create(roles, owner).text().reveal();
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enrolPayer(String payer, String payerClass) {
        if (gateway.view().hasPayer(payer)) {
            return;
        }
        Json.Members arguments =
                Json.object()
                        .put("payer", payer)
                        .put("class", payerClass)
                        .put("msp", "InsuranceMSP")
                        .end();
        try {
            Call call = Call.of(Caller.ADMIN, "enrolPayer").with(arguments);
            byte[] answer = new Proposals(gateway.ledger()).settle(call, endorsed -> {}).answer();
            Json.Members outcome = JsonReader.readObject(answer);
            if (outcome.text("outcome").equals("PENDING")) {
                finance.confirm(outcome.text("digest"));
            }
        } catch (Refused | RaceLost | FieldException e) {
            throw new StoryException(
                    "the payer " + payer + " was not enrolled: " + e.getMessage(), e);
        }
    }

    /** The payers' ids. */
    public static List<String> payers() {
        return PAYERS.keySet().stream().sorted().toList();
    }
}
