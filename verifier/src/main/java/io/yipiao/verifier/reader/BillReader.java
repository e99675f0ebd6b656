package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.bill.Sex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a bill from the JSON that {@code CanonicalForm} describes. The order of names, white space
 * and escapes are free; values have their one spelling; a name that is not in the format is
 * refused. Alone {@code categoryTotals} may be left out: the sums of the lines then stand for what
 * the face prints.
 */
public final class BillReader {
    private static final Set<String> BILL =
            Set.of(
                    "id",
                    "checkCode",
                    "issuer",
                    "issuedAt",
                    "patient",
                    "encounter",
                    "payments",
                    "categoryTotals",
                    "total",
                    "relation",
                    "lines");
    private static final Set<String> ID = Set.of("kind", "code", "number");
    private static final Set<String> ISSUER = Set.of("number", "code", "name", "creditCode");
    private static final Set<String> PATIENT =
            Set.of("idType", "idNumber", "name", "sex", "birthDate");
    private static final Set<String> ENCOUNTER =
            Set.of("kind", "number", "admitted", "discharged", "diagnoses");
    private static final Set<String> PAYMENTS = Set.of("fund", "other", "account", "cash");
    private static final Set<String> RELATION = Set.of("kind", "of");

    private BillReader() {}

    /** Reads one bill from UTF-8 bytes. */
    public static Bill read(byte[] utf8) throws FieldException {
        return read(JsonReader.readObject(utf8));
    }

    /** Reads one bill. */
    public static Bill read(Json.Members in) throws FieldException {
        in.only(BILL);
        List<FeeLine> lines = lines(in.items("lines"));
        Bill bill =
                Bill.of(
                        part(in, "id", BillReader::id),
                        in.optionalText("checkCode"),
                        part(in, "issuer", BillReader::issuer),
                        Values.instant("issuedAt", in.text("issuedAt")),
                        part(in, "patient", BillReader::patient),
                        part(in, "encounter", BillReader::encounter),
                        part(in, "payments", BillReader::payments),
                        in.has("relation")
                                ? Optional.of(part(in, "relation", BillReader::relation))
                                : Optional.empty(),
                        lines,
                        in.has("categoryTotals")
                                ? part(in, "categoryTotals", BillReader::categoryTotals)
                                : Bill.categorySums(lines));
        if (bill.total().value() != in.whole("total")) {
            throw new FieldException(
                    "total",
                    bill.total().value() + " fen, what was paid",
                    Long.toString(in.whole("total")));
        }
        return bill;
    }

    /** Reads a bill's identity. */
    public static BillId id(Json.Members in) throws FieldException {
        in.only(ID);
        return BillId.of(
                Values.oneOf(BillId.Kind.values(), "kind", in.text("kind")),
                in.text("code"),
                in.text("number"));
    }

    private static Issuer issuer(Json.Members in) throws FieldException {
        in.only(ISSUER);
        return Issuer.of(
                in.whole("number", 1, Integer.MAX_VALUE),
                in.text("code"),
                in.text("name"),
                in.optionalText("creditCode"));
    }

    private static Party patient(Json.Members in) throws FieldException {
        in.only(PATIENT);
        return Party.of(
                Values.oneOf(IdType.values(), "idType", in.text("idType")),
                in.text("idNumber"),
                in.text("name"),
                Values.oneOf(Sex.values(), "sex", in.text("sex")),
                Values.day("birthDate", in.text("birthDate")));
    }

    private static Encounter encounter(Json.Members in) throws FieldException {
        in.only(ENCOUNTER);
        return Encounter.of(
                Values.oneOf(CareKind.values(), "kind", in.text("kind")),
                in.text("number"),
                Values.day("admitted", in.text("admitted")),
                Values.day("discharged", in.text("discharged")),
                in.items("diagnoses").texts("diagnoses"));
    }

    private static Payments payments(Json.Members in) throws FieldException {
        in.only(PAYMENTS);
        return Payments.of(fen(in, "fund"), fen(in, "other"), fen(in, "account"), fen(in, "cash"));
    }

    private static Relation relation(Json.Members in) throws FieldException {
        in.only(RELATION);
        return new Relation(
                Values.oneOf(Relation.Kind.values(), "kind", in.text("kind")),
                part(in, "of", BillReader::id));
    }

    private static SortedMap<Category, Fen> categoryTotals(Json.Members in) throws FieldException {
        SortedMap<Category, Fen> totals = new TreeMap<>();
        for (Map.Entry<String, Json> total : in.values().entrySet()) {
            totals.put(Category.ofCode(total.getKey(), total.getKey()), fen(in, total.getKey()));
        }
        return totals;
    }

    private static List<FeeLine> lines(Json.Items in) throws FieldException {
        // Before a line is looked at: a refusal should not cost more than an acceptance.
        if (in.values().size() > Bill.MOST_LINES) {
            throw new FieldException(
                    "lines", "at most " + Bill.MOST_LINES + " fee lines", in.values().size() + "");
        }
        List<FeeLine> lines = new ArrayList<>(in.values().size());
        for (Json value : in.values()) {
            String place = "lines[" + lines.size() + "]";
            if (!(value instanceof Json.Members line)) {
                throw new FieldException(place, "an object", Json.nameOf(value));
            }
            try {
                lines.add(FeeLineReader.read(line));
            } catch (FieldException e) {
                throw e.under(place);
            }
        }
        return lines;
    }

    private static Fen fen(Json.Members in, String name) throws FieldException {
        return Fen.of(name, in.whole(name));
    }

    /** Reads one of an object's objects, naming the way to what is wrong inside. */
    private static <T> T part(Json.Members in, String name, Part<T> part) throws FieldException {
        Json.Members object = in.object(name);
        try {
            return part.read(object);
        } catch (FieldException e) {
            throw e.under(name);
        }
    }

    private interface Part<T> {
        T read(Json.Members in) throws FieldException;
    }
}
