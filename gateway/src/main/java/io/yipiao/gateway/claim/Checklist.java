package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Optional;

/**
 * What a clerk found when he checked a bill from elsewhere.
 *
 * @param official what the official site says of it
 * @param person whether name and visible digits on it are the patient's
 * @param unclaimed whether it was not reimbursed anywhere else
 * @param standing whether it was neither refunded nor voided
 * @param seen what he saw, in his words, 1 to 2,000 characters
 */
public record Checklist(
        Official official, boolean person, boolean unclaimed, boolean standing, String seen) {
    public static final int LONGEST = 2_000;

    /** What the official site says. */
    public enum Official {
        GENUINE,
        NOT_FOUND,
        DIFFERS
    }

    /** Why a bill from elsewhere is not taken, in the words that its claimant reads. */
    public enum Why {
        NOT_FOUND("官方网站查不到这张票据", "The official site has no record of this bill"),
        DIFFERS("和官方网站上的内容不一样", "It is not what the official site shows"),
        NOT_THE_PATIENT("票面的姓名或证件号和患者对不上", "Name or digits on it are not the patient's"),
        CLAIMED_ELSEWHERE("这张票据在别处报销过", "It was reimbursed elsewhere"),
        VOID("票据已退费或作废", "It was refunded or voided");

        private final String chinese;
        private final String english;

        Why(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    public Checklist {
        if (seen.isBlank() || seen.length() > LONGEST) {
            throw new IllegalArgumentException("what was seen has 1 to 2,000 characters");
        }
    }

    /** Why the bill is not taken; nothing if it is. */
    public Optional<Why> refusal() {
        if (official != Official.GENUINE) {
            return Optional.of(official == Official.NOT_FOUND ? Why.NOT_FOUND : Why.DIFFERS);
        }
        if (!person) {
            return Optional.of(Why.NOT_THE_PATIENT);
        }
        if (!unclaimed) {
            return Optional.of(Why.CLAIMED_ELSEWHERE);
        }
        return standing ? Optional.empty() : Optional.of(Why.VOID);
    }

    Json.Members json() {
        return Json.object()
                .put("official", official.name())
                .put("person", person)
                .put("unclaimed", unclaimed)
                .put("standing", standing)
                .put("seen", seen)
                .end();
    }

    static Checklist read(byte[] stored) {
        try {
            Json.Members in = JsonReader.readObject(stored);
            return new Checklist(
                    Official.valueOf(in.text("official")),
                    in.flag("person"),
                    in.flag("unclaimed"),
                    in.flag("standing"),
                    in.text("seen"));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored checklist does not read", e);
        }
    }
}
