package io.yipiao.gateway.demo;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.intake.BillStanding;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enrols the demonstration's hospitals and uploads their bills, each as it would itself. */
final class Hospitals {
    private final Gateway gateway;
    private final Demonstration people;
    private final Confirmation finance;
    private final Bills bills;
    private final Map<Clinic, Hospital> agents;

    Hospitals(Gateway gateway, Demonstration people, Confirmation finance, Path folder) {
        this.gateway = gateway;
        this.people = people;
        this.finance = finance;
        this.bills = new Bills(gateway.database(), gateway.secrets().personal());
        this.agents =
                Arrays.stream(Clinic.values())
                        .filter(clinic -> clinic.own().isPresent())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), clinic -> agent(clinic, folder)));
    }

    private static Hospital agent(Clinic clinic, Path folder) {
        String name = clinic.number() == 1 ? "hospital" : "hospital-" + clinic.number();
        return Hospital.in(
                KeyFolder.thatMakesMissing(folder.resolve(name)),
                clinic.number(),
                clinic.own().orElseThrow());
    }

    /** Enrols those that are not. */
    void enrol() {
        List<Clinic> missing =
                Arrays.stream(Clinic.values()).filter(clinic -> !isEnrolled(clinic)).toList();
        missing.forEach(this::enrol);
        Patience.until(
                "the hospitals' enrolment", () -> missing.stream().allMatch(this::isEnrolled));
    }

    private boolean isEnrolled(Clinic clinic) {
        return gateway.view().issuer(clinic.number()).isPresent();
    }

    private void enrol(Clinic clinic) {
        Json.Writer application =
                Json.object()
                        .put("number", clinic.number())
                        .put("code", clinic.code())
                        .put("name", clinic.title());
        Optional.ofNullable(agents.get(clinic))
                .ifPresentOrElse(
                        agent -> application.put("keys", List.of(agent.enrolment(clinic.code()))),
                        () -> application.put("custody", Json.object().put("suite", "SM2").end()));
        Json.Members asked =
                people.as("admin", Role.ADMIN)
                        .post("/api/v1/issuers", application.end())
                        .expect(202)
                        .json();
        try {
            finance.confirm(asked.text("digest"));
        } catch (FieldException e) {
            throw new StoryException("no digest to confirm: " + asked, e);
        }
    }

    /** Uploads those of the bills that are not stored, and waits until the ledger has them. */
    void upload(List<Bill> wanted) {
        List<Bill> missing = wanted.stream().filter(bill -> stored(bill).isEmpty()).toList();
        for (Clinic clinic : Clinic.values()) {
            List<Bill> ours =
                    missing.stream()
                            .filter(bill -> bill.issuer().number() == clinic.number())
                            .toList();
            if (!ours.isEmpty()) {
                upload(clinic, ours);
            }
        }
        Patience.until("the bills' anchors", () -> missing.stream().allMatch(this::isAnchored));
    }

    private void upload(Clinic clinic, List<Bill> ours) {
        byte[] file =
                Optional.ofNullable(agents.get(clinic))
                        .map(agent -> agent.upload(ours))
                        .orElseGet(() -> plain(ours));
        new Api(gateway.address(), Optional.of(token(clinic)))
                .post("/api/v1/uploads", "application/x-ndjson", file, UUID.randomUUID().toString())
                .expect(200);
    }

    private String token(Clinic clinic) {
        return people.token(Role.HOSPITAL, Owner.issuer(clinic.title(), clinic.number()));
    }

    private boolean isAnchored(Bill bill) {
        return stored(bill)
                .filter(found -> bills.standing(found.id()).state() == BillStanding.State.ANCHORED)
                .isPresent();
    }

    /** The stored bill of just this content. */
    Optional<StoredBill> stored(Bill bill) {
        return bills.byIdentity(bill.id()).stream()
                .filter(found -> found.bill().equals(bill))
                .findFirst();
    }

    /** Lines for a hospital whose seals the gateway makes. */
    private static byte[] plain(List<Bill> bills) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Bill bill : bills) {
            out.writeBytes(Jcs.text(CanonicalForm.bill(bill)).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        return out.toByteArray();
    }
}
