package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Decimals;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.reader.Json;

import java.util.Map;

/**
 * A bill as JSON, and the parts of it that are sealed apart. Every value has one spelling, so that
 * equal bills have equal canonical bytes ({@link Jcs}), and {@code BillReader} reads the whole back
 * to an equal bill.
 *
 * <p>The columns: name; what it holds; where the fingerprint seals it (C the core, P the person, 0
 * the rest of the bill, n the leaf of each fee line). A name with {@code ?} is left out where there
 * is no value; {@code null} is never written. <i>fen</i> is a whole number, <i>decimal</i> text of
 * digits with at most one point and no needless zero ({@link Decimals}), <i>day</i> text {@code
 * yyyy-MM-dd}, <i>instant</i> text {@code yyyy-MM-ddTHH:mm:ssZ} in UTC, to the second.
 *
 * <pre>
 * id
 *   kind            FISCAL, VAT, ALL_DIGITAL or PAPER                      C
 *   code            digits of the bill code; empty if ALL_DIGITAL          C
 *   number          digits of the bill number                              C
 * checkCode?        6 letters and digits (FISCAL), 20 digits (VAT)         0
 * issuer
 *   number          the ledger's number of the issuer, from 1              C
 *   code            H or P and 11 digits                                   0
 *   name            text                                                   0
 *   creditCode?     18 characters (GB 32100)                               0
 * issuedAt          instant                                                0 (its day in Shanghai: C)
 * patient
 *   idType          RESIDENT_ID and the others of IdType                   P
 *   idNumber        text                                                   P
 *   name            text                                                   P
 *   sex             MALE, FEMALE or UNKNOWN                                0
 *   birthDate       day                                                    0
 * encounter
 *   kind            OUTPATIENT, INPATIENT or PHARMACY                      0
 *   number          text                                                   0
 *   admitted        day                                                    0
 *   discharged      day                                                    0
 *   diagnoses       list of ICD-10 codes, the chief one first              0
 * payments
 *   fund            fen                                                    0
 *   other           fen                                                    0
 *   account         fen                                                    0 (account + cash: C)
 *   cash            fen                                                    0
 * categoryTotals    an object: 01 to 14 → fen, as printed                  0
 * total             fen: the sum of the category totals, and the payments' C
 * relation?
 *   kind            REVERSES, REPLACES or EXCHANGES                        C
 *   of              the other bill's id, as above                          C
 * lines             list of fee lines
 *   sequence        whole number: 1, 2, 3 …                                n
 *   category        01 to 14                                               n
 *   catalogueCode   text, empty for an item outside the catalogue          n
 *   hospitalCode    text                                                   n
 *   name            text                                                   n
 *   specification   text, may be empty                                     n
 *   quantity        decimal, at most 4 places                              n
 *   unitPrice       decimal, yuan, at most 6 places                        n
 *   amount          decimal, yuan, at most 4 places                        n
 *   catalogueClass  A, B or C                                              n
 *   at              instant                                                n
 *   daysOfSupply    whole number, 0 to 366                                 n
 * </pre>
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /** The whole bill. */
    public static Json.Members bill(Bill bill) {
        Json.Writer out =
                Json.object()
                        .put("id", id(bill.id()))
                        .putText("checkCode", bill.checkCode())
                        .put("issuer", issuer(bill.issuer()).put("number", number(bill)).end())
                        .put("issuedAt", bill.issuedAt().toString())
                        .put("patient", patient(bill.patient()))
                        .put("encounter", encounter(bill.encounter()))
                        .put("payments", payments(bill.payments()))
                        .put("categoryTotals", categoryTotals(bill.categoryTotals()))
                        .put("total", bill.total().value())
                        .put("lines", bill.lines().stream().map(CanonicalForm::line).toList());
        bill.relation().ifPresent(relation -> out.put("relation", relation(relation)));
        return out.end();
    }

    /** Whom the bill names: what the commitment P seals. */
    public static Json.Members person(Bill bill) {
        return person(bill.patient()).end();
    }

    /** What neither core nor person nor a fee line's leaf seals: leaf 0. */
    public static Json.Members rest(Bill bill) {
        return Json.object()
                .putText("checkCode", bill.checkCode())
                .put("issuer", issuer(bill.issuer()).end())
                .put("issuedAt", bill.issuedAt().toString())
                .put("patient", bearing(Json.object(), bill.patient()).end())
                .put("encounter", encounter(bill.encounter()))
                .put("payments", payments(bill.payments()))
                .put("categoryTotals", categoryTotals(bill.categoryTotals()))
                .end();
    }

    /** One fee line: what its own leaf seals. */
    public static Json.Members line(FeeLine line) {
        return Json.object()
                .put("sequence", line.sequence())
                .put("category", line.category().code())
                .put("catalogueCode", line.catalogueCode())
                .put("hospitalCode", line.hospitalCode())
                .put("name", line.name())
                .put("specification", line.specification())
                .put("quantity", Decimals.write(line.quantity()))
                .put("unitPrice", Decimals.write(line.unitPrice()))
                .put("amount", Decimals.write(line.amount()))
                .put("catalogueClass", line.catalogueClass().name())
                .put("at", line.at().toString())
                .put("daysOfSupply", line.daysOfSupply())
                .end();
    }

    /** A bill's identity. */
    public static Json.Members id(BillId id) {
        return Json.object()
                .put("kind", id.kind().name())
                .put("code", id.code())
                .put("number", id.number())
                .end();
    }

    private static long number(Bill bill) {
        return bill.issuer().number();
    }

    private static Json.Writer issuer(Issuer issuer) {
        return Json.object()
                .put("code", issuer.code())
                .put("name", issuer.name())
                .putText("creditCode", issuer.creditCode());
    }

    private static Json.Members patient(Party patient) {
        return bearing(person(patient), patient).end();
    }

    private static Json.Writer person(Party patient) {
        return Json.object()
                .put("idType", patient.idType().name())
                .put("idNumber", patient.idNumber())
                .put("name", patient.name());
    }

    private static Json.Writer bearing(Json.Writer out, Party patient) {
        return out.put("sex", patient.sex().name())
                .put("birthDate", patient.birthDate().toString());
    }

    private static Json.Members encounter(Encounter encounter) {
        return Json.object()
                .put("kind", encounter.kind().name())
                .put("number", encounter.number())
                .put("admitted", encounter.admitted().toString())
                .put("discharged", encounter.discharged().toString())
                .put("diagnoses", Json.texts(encounter.diagnoses()))
                .end();
    }

    private static Json.Members payments(Payments payments) {
        return Json.object()
                .put("fund", payments.fund().value())
                .put("other", payments.other().value())
                .put("account", payments.account().value())
                .put("cash", payments.cash().value())
                .end();
    }

    private static Json.Members categoryTotals(Map<Category, Fen> totals) {
        Json.Writer out = Json.object();
        totals.forEach((category, total) -> out.put(category.code(), total.value()));
        return out.end();
    }

    private static Json.Members relation(Relation relation) {
        return Json.object().put("kind", relation.kind().name()).put("of", id(relation.of())).end();
    }
}
