package io.yipiao.gateway.web.front;

import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Step;
import io.yipiao.verifier.verdict.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every state that citizens and clerks may see of a claim, as tag and as time line; among them
 * those that no claim reaches before appeals, other hospitals' answers and payment are there.
 */
public enum ShownState {
    RECEIVED(1, "info", "done", "已收到", "Received"),
    CHECKING(2, "info", "now", "正在验票", "Checking"),
    HELD(2, "info", "done", "额度已锁定", "Held"),
    DUPLICATE(2, "stop", "failed", "不能重复报销", "Duplicate"),
    AUTO(3, "info", "now", "系统审核", "Auto"),
    FIRST_REVIEW(3, "info", "now", "待初审", "First review"),
    SECOND_REVIEW(3, "info", "now", "待复审", "Second review"),
    FINAL_REVIEW(3, "info", "now", "待终审", "Final review"),
    SUPPLEMENT(3, "wait", "paused", "等您补材料", "Supplement"),
    HOSPITAL_ASKED(3, "wait", "paused", "等医院答复", "Hospital asked"),
    EARLIER_PAYER(3, "wait", "paused", "等前面的付方", "Earlier payer"),
    ACCIDENT_INQUIRY(3, "wait", "paused", "外伤核查", "Accident inquiry"),
    APPEAL(3, "info", "now", "申诉中", "Appeal"),
    SETTLE_BY_CARD(3, "stop", "failed", "请改用医保卡结算", "Settle by card"),
    REFUSED(3, "stop", "failed", "不予报销", "Refused"),
    APPROVED(4, "good", "now", "正在盖章", "Approved"),
    STAMPED(4, "good", "done", "已盖章", "Stamped"),
    APPROVED_FOR_PAYMENT(5, "good", "now", "待拨付", "Approved for payment"),
    WITH_THE_BANK(5, "good", "now", "拨付中", "With the bank"),
    RETURNED(5, "wait", "paused", "银行退回，请改卡", "Returned"),
    PAID(5, "good", "done", "已到账", "Paid"),
    WITHDRAWN(6, "mute", "done", "已撤回", "Withdrawn"),
    RECOVERY(6, "wait", "now", "需退回 ¥812.40", "Recovery of ¥812.40"),
    RECOVERED(6, "mute", "done", "已退回", "Recovered"),
    WRITTEN_OFF(6, "mute", "done", "已核销", "Written off"),
    /** One that a page does not know yet. */
    UNKNOWN(3, "info", "now", "办理中", "In progress");

    private static final List<String> STEPS =
            List.of("sent", "checked", "review", "stamp", "money");
    private static final String TIME = "2026-11-23 10:31";

    private final int step;
    private final String tone;
    private final String how;
    private final String chinese;
    private final String english;

    ShownState(int step, String tone, String how, String chinese, String english) {
        this.step = step;
        this.tone = tone;
        this.how = how;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * One of them, written out.
     *
     * @param steps its time line, as far as it tells more than the tag
     */
    public record Written(String tone, String words, List<Step> steps) {
        public Written {
            steps = List.copyOf(steps);
        }
    }

    /** All of them. */
    static List<Written> all(Frame frame) {
        List<Written> all = new ArrayList<>();
        for (ShownState state : values()) {
            all.add(new Written(state.tone, state.words(frame), state.steps(frame)));
        }
        return List.copyOf(all);
    }

    private String words(Frame frame) {
        return frame.say(new Sentence(chinese, english));
    }

    private List<Step> steps(Frame frame) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= STEPS.size(); i++) {
            String title = frame.say("claim.step." + STEPS.get(i - 1));
            if (i == step) {
                steps.add(at(title, how, words(frame)));
            } else if (i < step && i <= before()) {
                steps.add(new Step(title, "done", Optional.of(TIME), Optional.empty()));
            } else if (i > step && !ends()) {
                steps.add(new Step(title, "ahead", Optional.empty(), Optional.empty()));
            }
        }
        if (step > STEPS.size()) {
            steps.add(new Step(words(frame), how, Optional.of(TIME), Optional.empty()));
        }
        return steps;
    }

    /** How many steps were done before; what is withdrawn was decided by nobody. */
    private int before() {
        return this == WITHDRAWN ? 2 : STEPS.size();
    }

    private static Step at(String title, String how, String note) {
        return new Step(title, how, Optional.of(TIME), Optional.of(note));
    }

    private boolean ends() {
        return how.equals("failed");
    }
}
