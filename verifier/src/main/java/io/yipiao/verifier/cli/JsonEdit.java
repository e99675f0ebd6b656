package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A bill's JSON under a forger's hands; what comes out must be a bill again. */
final class JsonEdit {
    private Json.Members bill;

    JsonEdit(Bill bill) {
        this.bill = CanonicalForm.bill(bill);
    }

    /** Sets a member at a path of names, such as {@code payments.cash}. */
    JsonEdit set(String path, String text) {
        return set(path, new Json.Text(text));
    }

    JsonEdit set(String path, long number) {
        return set(path, new Json.Whole(number));
    }

    JsonEdit set(String path, Json value) {
        bill = set(bill, List.of(path.split("\\.")), value);
        return this;
    }

    /** Sets members of one fee line, counted from 0: names and texts in turn. */
    JsonEdit setLine(int line, String... namesAndTexts) {
        return lines(lines -> {
            Json.Members changed = lines.get(line);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                List<String> name = List.of(namesAndTexts[i]);
                changed = set(changed, name, new Json.Text(namesAndTexts[i + 1]));
            }
            lines.set(line, changed);
            return lines;
        });
    }

    /** Changes the list of fee lines, which are then numbered anew. */
    JsonEdit lines(UnaryOperator<List<Json.Members>> change) {
        List<Json> numbered = new ArrayList<>();
        for (Json.Members line : change.apply(lines())) {
            Json.Whole number = new Json.Whole(numbered.size() + 1L);
            numbered.add(set(line, List.of("sequence"), number));
        }
        return set("lines", new Json.Items(numbered));
    }

    Bill bill() {
        try {
            return BillReader.read(bill);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Json.Members> lines() {
        try {
            return new ArrayList<>(bill.items("lines").objects("lines"));
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Json.Members set(Json.Members object, List<String> path, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(object.values());
        String name = path.getFirst();
        if (path.size() > 1 && members.get(name) instanceof Json.Members inner) {
            members.put(name, set(inner, path.subList(1, path.size()), value));
        } else {
            members.put(name, value);
        }
        return new Json.Members(members);
    }
}
