package io.yipiao.gateway.demo;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.Suite;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills the demonstration and prints where to look and with which tokens. */
final class ShopWindow {
    private static final int ISSUER = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Gateway gateway;
    private final Demonstration people;
    private final Confirmation finance;
    private final Hospital hospital;
    private final PrintStream out;

    ShopWindow(Gateway gateway, Settings settings, Confirmation finance, PrintStream out) {
        this.gateway = gateway;
        this.people = new Demonstration(gateway, finance);
        this.finance = finance;
        this.hospital =
                Hospital.in(
                        KeyFolder.thatMakesMissing(settings.data().resolve("hospital")),
                        ISSUER,
                        Suite.SM2);
        this.out = out;
    }

    /** Enrols the hospital, uploads its bills, and prints what a newcomer needs. */
    void open() {
        people.enrolPayers();
        enrol();
        List<String> bills = upload();
        out.println();
        out.println("一票 Yipiao is open at " + gateway.address());
        out.println("  try the interface    " + gateway.address() + "/api");
        out.println("  is it well?          " + gateway.address() + "/health/ready");
        Api api = people.asHospital(ISSUER);
        for (String bill : bills) {
            String text = api.get("/api/v1/bills/" + bill + "/qr?format=text").expect(200).text();
            out.println("  what a phone opens   " + text);
            out.println(
                    "  its QR picture       "
                            + gateway.address()
                            + "/api/v1/bills/"
                            + bill
                            + "/qr");
        }
        out.println(
                "Tokens, for the header Authorization: Bearer TOKEN; they are shown this once:");
        print("ADMIN", Role.ADMIN, Owner.named("admin"));
        print("HOSPITAL", Role.HOSPITAL, Owner.issuer("示范市人民医院", ISSUER));
        print("CITIZEN 张示范", Role.CITIZEN, people.person("张示范", Demonstration.CITIZEN));
        print("CLERK 周试用", Role.CLERK, people.person("周试用", Demonstration.CLERK));
        print("AUDITOR", Role.AUDITOR, Owner.named("auditor"));
        out.println("Ctrl+C stops it; the data stay.");
    }

    private void print(String who, Role role, Owner owner) {
        out.printf("  %-20s %s%n", who, people.token(role, owner));
    }

    private void enrol() {
        if (gateway.view().issuer(ISSUER).isPresent()) {
            return;
        }
        Bill bill = DemonstrationBills.stay();
        Json.Members asked =
                people.as("admin", Role.ADMIN)
                        .post(
                                "/api/v1/issuers",
                                Json.object()
                                        .put("number", ISSUER)
                                        .put("code", bill.issuer().code())
                                        .put("name", bill.issuer().name())
                                        .put("keys", List.of(hospital.publicKey().json()))
                                        .end())
                        .expect(202)
                        .json();
        try {
            finance.confirm(asked.text("digest"));
        } catch (FieldException e) {
            throw new StoryException("no digest to confirm: " + asked, e);
        }
        awaitEnrolment();
    }

    private void awaitEnrolment() {
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (gateway.view().issuer(ISSUER).isEmpty()) {
                long block = gateway.view().checkpoint().nextBlock();
                if (!gateway.view().await(block, PATIENCE) || Instant.now().isAfter(end)) {
                    throw new StoryException("the hospital's enrolment did not arrive");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        }
    }

    private List<String> upload() {
        Api.Reply reply =
                people.asHospital(ISSUER)
                        .post(
                                "/api/v1/uploads",
                                "application/x-ndjson",
                                hospital.upload(
                                        List.of(
                                                DemonstrationBills.stay(),
                                                DemonstrationBills.visit())),
                                "demonstration-" + Instant.now().toEpochMilli())
                        .expect(200);
        List<String> bills = new ArrayList<>();
        for (String line : reply.text().lines().toList()) {
            try {
                Json.Members outcome = JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
                if (outcome.has("bill")) {
                    bills.add(outcome.text("bill"));
                }
            } catch (FieldException e) {
                throw new StoryException("not an outcome: " + line, e);
            }
        }
        return bills;
    }
}
