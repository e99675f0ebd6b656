package io.yipiao.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.benefit.Deduction;
import io.yipiao.gateway.benefit.PayerClass;
import io.yipiao.gateway.claim.Actor;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.claim.Verdict;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.reconcile.Compared;
import io.yipiao.gateway.reconcile.Difference;
import io.yipiao.gateway.screen.Explanation;
import io.yipiao.gateway.screen.ItemMatch;
import io.yipiao.gateway.watch.Lifting;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Both bundles hold the words that the pages say, all of them and no others. */
class WordsTest {
    private static final WordUses USES = WordUses.read();
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    /**
     * Keys that are put together: what stands before, what stands after, what may stand between.
     */
    private static final List<Family> FAMILIES =
            List.of(
                    Family.of("payer.", "", PayerClass.values()),
                    Family.of("share.", "", ShareState.values()),
                    Family.of("role.", "", Role.values()),
                    new Family("step.", "", List.of("done", "now", "paused", "failed", "ahead")),
                    new Family(
                            "check.",
                            ".wrong",
                            List.of("code", "number", "check", "total", "date")),
                    new Family(
                            "claim.step.",
                            "",
                            List.of("sent", "checked", "review", "stamp", "money")),
                    new Family("sheet.", "", Family.PARTS),
                    new Family("sheet.", ".why", Family.PARTS),
                    Family.of("line.taken.", "", Deduction.values()),
                    new Family("desk.", "", List.of("ruling", "reason", "lines", "sheet")),
                    Family.of("desk.care.", "", CareKind.values()),
                    Family.of("desk.class.", "", CatalogueClass.values()),
                    Family.of("desk.taken.", "", Deduction.values()),
                    Family.of("desk.actor.", "", Actor.values()),
                    Family.of("desk.ruling.", "", Verdict.values()),
                    Family.of("desk.confirm.", "", Verdict.values()),
                    Family.of("desk.confirm.button.", "", Verdict.values()),
                    new Family("desk.confirm.", "", List.of("NOTHING", "PASS")),
                    new Family("desk.confirm.button.", "", List.of("NOTHING", "PASS")),
                    new Family("desk.near.level.", "", List.of("HIGH", "MEDIUM")),
                    Family.of("desk.near.", "", Explanation.values()),
                    Family.of("near.", "", ItemMatch.Outcome.values()),
                    new Family("desk.sheet.", "", Family.DESK_SHEET),
                    new Family(
                            "said.",
                            "",
                            List.of("stamped", "stamping", "asked", "escalated", "refused")),
                    new Family(
                            "hospital.state.",
                            "",
                            List.of("sending", "registered", "refused", "paused")),
                    Family.of("hospital.paper.", "", IdType.values()),
                    new Family("hospital.bill.", "", Family.BILL_STATES),
                    new Family("hospital.bill.", ".next", Family.BILL_STATES),
                    Family.of("hospital.papers.", "", Paper.State.values()),
                    new Family("hospital.red.draft.", "", List.of("red", "new")),
                    new Family(
                            "hospital.number.",
                            "",
                            List.of("red", "red-check", "new", "new-check", "paper")),
                    new Family("hospital.keys.", "", List.of("use", "stopped", "revoked")),
                    new Family("hospital.field.", "", Family.BILL),
                    new Family("hospital.field.", ".at", List.of("lines", "diagnoses")),
                    Family.of("bills.refused.", "", Submission.Cause.values()),
                    Family.of("family.kind.", "", Mandate.Kind.values()),
                    new Family(
                            "me.",
                            ".wrong",
                            List.of("holder", "bank", "number", "old", "password")),
                    Family.of("alarm.fact.", "", Fact.values()),
                    Family.of("alarm.kind.", "", AlarmKind.values()),
                    Family.of("alarm.next.", "", AlarmKind.values()),
                    Family.of("alarm.state.", "", AlarmState.values()),
                    new Family(
                            "alarm.settled.", "", List.of("caught-up", "totals-agree", "decided")),
                    new Family("said.", "", List.of("alarm-taken", "alarm-closed")),
                    Family.of("bureau.lifting.", "", Lifting.values()),
                    Family.of("bureau.organisation.", "", Organisation.values()),
                    new Family(
                            "elsewhere.",
                            ".order",
                            List.of("hospital", "discharged", "date", "total")),
                    new Family(
                            "elsewhere.",
                            "",
                            List.of("official", "person", "unclaimed", "standing")),
                    Family.of("elsewhere.official.", "", Checklist.Official.values()),
                    Family.of("elsewhere.site.", "", BillId.Kind.values()),
                    new Family("elsewhere.person.", "", List.of("yes", "no")),
                    new Family("elsewhere.unclaimed.", "", List.of("yes", "no")),
                    new Family("elsewhere.standing.", "", List.of("yes", "no")),
                    new Family("said.", "", List.of("result-accepted", "result-refused")),
                    Family.of("audit.kind.", "", Compared.Kind.values()),
                    Family.of("recovery.part.", "", Settlement.Kind.values()),
                    Family.of("recovery.state.", "", Settlement.State.values()),
                    new Family("said.", "", List.of("settled", "recorded", "amended", "revoked")),
                    new Family("stamp.", "", List.of("not-higher", "too-much")),
                    Family.of("audit.difference.", "", Difference.values()),
                    new Family("audit.state.", "", Family.LEDGER_STATES),
                    new Family("trouble.", "", Family.TROUBLES),
                    new Family("trouble.", ".next", Family.TROUBLES));

    /** Keys that are named by a literal and put behind this by the layout. */
    private static final String SAID = "said.";

    private record Family(String before, String after, List<String> between) {
        private static final List<String> BILL_STATES =
                List.of("anchored", "waiting", "refused", "conflict", "reversed");

        /** The members of a bill's JSON, and of an upload's header. */
        private static final List<String> BILL =
                List.of(
                        "account",
                        "admitted",
                        "amount",
                        "at",
                        "birthDate",
                        "cash",
                        "catalogueClass",
                        "catalogueCode",
                        "categoryTotals",
                        "checkCode",
                        "code",
                        "creditCode",
                        "daysOfSupply",
                        "diagnoses",
                        "discharged",
                        "encounter",
                        "fund",
                        "header",
                        "hospitalCode",
                        "id",
                        "idNumber",
                        "idType",
                        "issuedAt",
                        "issuer",
                        "json",
                        "keySeq",
                        "kind",
                        "line",
                        "lines",
                        "name",
                        "number",
                        "of",
                        "other",
                        "patient",
                        "payments",
                        "quantity",
                        "relation",
                        "root",
                        "salts",
                        "seal",
                        "sequence",
                        "sex",
                        "size",
                        "specification",
                        "sum",
                        "total",
                        "unitPrice");

        private static final List<String> LEDGER_STATES =
                List.of(
                        "ANCHORED",
                        "QUEUED",
                        "ENDORSED",
                        "REFUSED",
                        "REGISTERED",
                        "OPEN",
                        "CONFLICT",
                        "REVERSED");

        private static final List<String> TROUBLES =
                List.of(
                        "missing", "role", "expired", "field", "form", "large", "ledger",
                        "failure");

        private static final List<String> DESK_SHEET =
                List.of(
                        "total",
                        "disallowed",
                        "full",
                        "over",
                        "first",
                        "scope",
                        "deductible",
                        "ratio",
                        "ceiling",
                        "left",
                        "fund");

        private static final List<String> PARTS =
                List.of(
                        "disallowed",
                        "full-own-pay",
                        "over-ceiling",
                        "first-own-pay",
                        "deductible",
                        "ratio-own-pay",
                        "over-annual-ceiling",
                        "beyond-left");

        static Family of(String before, String after, Enum<?>[] constants) {
            return new Family(before, after, Arrays.stream(constants).map(Enum::name).toList());
        }

        Stream<String> keys() {
            return between.stream().map(word -> before + word + after);
        }
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(keys(Language.CHINESE), keys(Language.ENGLISH));
    }

    @Test
    void both_languages_name_the_same_arguments() {
        for (String key : keys(Language.CHINESE)) {
            assertEquals(arguments(key, Language.CHINESE), arguments(key, Language.ENGLISH), key);
        }
    }

    @Test
    void no_words_are_empty_or_left_in_the_other_language() {
        Set<String> both = Set.of("view.other-language");
        for (String key : keys(Language.ENGLISH)) {
            String english = Wording.in(Language.ENGLISH).say(key);
            boolean chinese = english.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
            assertEquals(both.contains(key), chinese, key + " = " + english);
            assertEquals(false, english.isBlank(), key);
            assertEquals(false, Wording.in(Language.CHINESE).say(key).isBlank(), key);
        }
    }

    @Test
    void every_key_that_a_page_names_has_words() {
        Set<String> named = new TreeSet<>(USES.said());
        FAMILIES.stream().flatMap(Family::keys).forEach(named::add);
        named.removeAll(keys(Language.CHINESE));
        assertEquals(Set.of(), named);
    }

    @Test
    void every_key_that_is_put_together_is_declared_here() {
        Set<String> unknown = new TreeSet<>(USES.prefixes());
        FAMILIES.forEach(family -> unknown.remove(family.before()));
        unknown.remove(SAID);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void every_key_is_named_by_a_page() {
        Set<String> idle = keys(Language.CHINESE);
        idle.removeAll(USES.literals());
        idle.removeAll(USES.said());
        FAMILIES.stream().flatMap(Family::keys).forEach(idle::remove);
        assertEquals(Set.of(), idle);
    }

    private static Set<String> keys(Language language) {
        return new TreeSet<>(Wording.in(language).keys());
    }

    private static Set<String> arguments(String key, Language language) {
        Matcher found = ARGUMENT.matcher(Wording.in(language).say(key));
        TreeMap<String, String> arguments = new TreeMap<>();
        while (found.find()) {
            arguments.put(found.group(1), "");
        }
        return arguments.keySet();
    }
}
