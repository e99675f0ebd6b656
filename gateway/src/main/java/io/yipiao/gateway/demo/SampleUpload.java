package io.yipiao.gateway.demo;

import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that a newcomer uploads as the third hospital, for which the gateway seals: a stay that a
 * clerk decides, a small visit, and one more whose total is a fen wrong.
 */
public final class SampleUpload {
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    /**
     * Days on which these people have no other bill: what is nearly the same goes to two reviewers.
     */
    private static final int DAYS = 60;

    private final Townspeople people;

    private SampleUpload(Townspeople people) {
        this.people = people;
    }

    /** Writes it into a folder, where it stays the same at every start. */
    public static Path write(Gateway gateway, Path folder) {
        try {
            String text = new SampleUpload(new Townspeople(gateway)).text();
            return Files.writeString(folder.resolve("bills.ndjson"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return line(DemonstrationBills.stay(), "张示范", "0000200101")
                + line(DemonstrationBills.visit(), "王例芳", "0000200102")
                + dearer(line(DemonstrationBills.visit(), "王例芳", "0000200103"));
    }

    private String line(Bill sample, String patient, String number) {
        Bill bill =
                new VariedBill(sample)
                        .of(Clinic.EAST.issuer(), people.party(patient))
                        .numbered(number)
                        .earlier(DAYS)
                        .bill();
        return Jcs.text(CanonicalForm.bill(bill)) + "\n";
    }

    private static String dearer(String line) {
        return TOTAL.matcher(line)
                .replaceFirst(found -> "\"total\":" + (Long.parseLong(found.group(1)) + 1));
    }
}
