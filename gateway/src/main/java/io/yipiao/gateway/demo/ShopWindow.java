package io.yipiao.gateway.demo;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Fills the demonstration and prints where to look, and with which passwords and tokens. */
final class ShopWindow {
    private final Gateway gateway;
    private final Demonstration people;
    private final Town town;
    private final Path folder;
    private final PrintStream out;

    ShopWindow(Gateway gateway, Settings settings, Confirmation finance, PrintStream out) {
        this.gateway = gateway;
        this.people = new Demonstration(gateway, finance);
        this.town = new Town(gateway, finance, settings.data());
        this.folder = settings.data();
        this.out = out;
    }

    /** Fills it where it is empty, and prints what a newcomer needs. */
    void open() {
        town.fill();
        out.println();
        out.println("一票 Yipiao is open at " + gateway.address());
        out.println("  sign in              " + gateway.address() + "/sign-in");
        out.println("  try the interface    " + gateway.address() + "/api");
        out.println("  is it well?          " + gateway.address() + "/health/ready");
        List.of(DemonstrationBills.stay(), DemonstrationBills.visit()).forEach(this::printCode);
        out.println(
                "  a file to upload     "
                        + SampleUpload.write(gateway, folder)
                        + "  (sign in as hospital3)");
        out.println("Accounts; their passwords are new at every start and shown this once:");
        new Logins(gateway.accounts(), town.people(), out).renew();
        out.println(
                "Tokens, for the header Authorization: Bearer TOKEN; they are shown this once:");
        print("ADMIN", Role.ADMIN, Owner.named("admin"));
        print("HOSPITAL", Role.HOSPITAL, Owner.issuer(Clinic.PEOPLES.title(), 1));
        print("CITIZEN 张示范", Role.CITIZEN, people.person("张示范", Demonstration.CITIZEN));
        print("CLERK 周试用", Role.CLERK, people.person("周试用", Demonstration.CLERK));
        print("AUDITOR", Role.AUDITOR, Owner.named("auditor"));
        out.println("Ctrl+C stops it; the data stay.");
    }

    private void printCode(Bill bill) {
        String id = town.hospitals().stored(bill).orElseThrow().id().toString();
        String path = "/api/v1/bills/" + id + "/qr";
        out.println(
                "  what a phone opens   "
                        + people.asHospital(1).get(path + "?format=text").expect(200).text());
        out.println("  its QR picture       " + gateway.address() + path);
    }

    private void print(String who, Role role, Owner owner) {
        out.printf("  %-20s %s%n", who, people.token(role, owner));
    }
}
