package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A hospital and Insurance, each with its key, who did all their work with the command: bills
 * sealed, codes drawn, a trust list issued.
 */
final class Office {
    static final String HOST = "bills.example.gov.cn";
    static final String PICTURE = "99060226-0000000001.png";

    private final Path folder;

    private Office(Path folder) {
        this.folder = folder;
    }

    /** Opens an office whose hospital has a key of this suite and sealed these bills. */
    static Office open(Path folder, String suite, Bill... bills) {
        Office office = new Office(folder);
        office.key("hospital", suite);
        office.key("insurance", "SM2");
        office.write("bills.ndjson", lines(bills));
        office.seal().ends(Exit.GOOD);
        Called.with(
                        "qr",
                        office.file("texts"),
                        "--out",
                        office.file("codes"),
                        "--format",
                        "png,svg")
                .ends(Exit.GOOD);
        office.list("list.json", 7, office.read("hospital/key.json").strip());
        return office;
    }

    static String lines(Bill... bills) {
        return Arrays.stream(bills)
                .map(bill -> Jcs.text(CanonicalForm.bill(bill)) + "\n")
                .collect(Collectors.joining());
    }

    static Office open(Path folder) {
        return open(folder, "SM2", Bills.sample(), Bills.outpatient());
    }

    Called seal() {
        return Called.with(
                "seal",
                file("bills.ndjson"),
                "--keys",
                file("hospital"),
                "--host",
                HOST,
                "--out",
                file("upload.ndjson"),
                "--texts",
                file("texts"));
    }

    /** Issues a trust list that gives the hospital this key. */
    void list(String name, int number, String key) {
        write(
                name + ".issuers",
                "[{\"number\":1,\"code\":\"H99010100001\",\"name\":\"示范市人民医院\",\"host\":\"%s\",\"keys\":[%s]}]"
                        .formatted(HOST, key));
        Called.with(
                        "list",
                        file(name + ".issuers"),
                        "--keys",
                        file("insurance"),
                        "--number",
                        number,
                        "--out",
                        file(name))
                .ends(Exit.GOOD);
    }

    /** A call that goes by the office's trust list. */
    Object[] trusting(Object... arguments) {
        List<Object> trust = List.of("--list", file("list.json"), "--pin", pin());
        return java.util.stream.Stream.concat(Arrays.stream(arguments), trust.stream()).toArray();
    }

    /** The QR text of a bill, in the order in which they were sealed. */
    String text(int bill) {
        return read("texts").lines().toList().get(bill);
    }

    Path pin() {
        return file("insurance/key.json");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void key(String owner, String suite) {
        Called.with("key", file(owner), "--suite", suite, "--name", owner).ends(Exit.GOOD);
    }
}
