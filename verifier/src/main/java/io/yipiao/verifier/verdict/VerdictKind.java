package io.yipiao.verifier.verdict;

/**
 * The fifteen verdicts, in the order in which they win: of those that hold for a bill the first is
 * the verdict, the others are said beside it.
 */
public enum VerdictKind {
    UNREAD(Tone.MUTE, "▢", "没读全，请再扫一次", "Not fully read; scan again"),
    ALTERED(Tone.STOP, "✕", "和医院签发的不一样，不能报销", "Not what the hospital issued"),
    UNKNOWN(Tone.WAIT, "?", "查不到这张票据", "No record of this bill"),
    REVOKED(Tone.STOP, "⚿", "密钥作废后签发，请医院重开", "Sealed after its key was revoked"),
    CONFLICT(Tone.STOP, "‼", "同一号码有两份内容，先不办理", "Two bills carry this number"),
    REVERSED(Tone.STOP, "↩", "已全部退费，票据作废", "Refunded in full; void"),
    NO_LEDGER(Tone.WAIT, "⚡", "签名有效，暂时查不到报销记录", "Signature valid; claims not checked"),
    UNREGISTERED(Tone.WAIT, "⋯", "签名有效，医院还没登记", "Signature valid; not yet registered"),
    FULL(Tone.STOP, "■", "真票，已报满，不能再报", "Genuine, fully claimed"),
    HELD(Tone.INFO, "◷", "真票，正在办理报销", "Genuine, claim in progress"),
    ELSEWHERE(Tone.WAIT, "↗", "外地票据，这里辨不了真假", "Issued elsewhere; not provable here"),
    PARTLY(Tone.INFO, "◐", "真票，已报销一部分", "Genuine, partly claimed"),
    PART_REVERSED(Tone.INFO, "↩", "真票，退费后重开的", "Genuine, reissued after a refund"),
    EXCHANGED(Tone.INFO, "⇄", "真票，已换成纸质，两张算一张", "Genuine; paper and e-bill are one"),
    OPEN(Tone.GOOD, "✓", "真票，还没有报销过", "Genuine, not yet claimed");

    private final Tone tone;
    private final String icon;
    private final String chinese;
    private final String english;

    VerdictKind(Tone tone, String icon, String chinese, String english) {
        this.tone = tone;
        this.icon = icon;
        this.chinese = chinese;
        this.english = english;
    }

    public Tone tone() {
        return tone;
    }

    /** One character, which says the verdict without colour. */
    public String icon() {
        return icon;
    }

    /** What is said of a bill whose seal was checked. */
    public Sentence sentence() {
        return new Sentence(chinese, english);
    }

    /** What is said of a bill from elsewhere, which nobody here may call genuine. */
    public Sentence sentenceElsewhere() {
        return new Sentence(
                chinese.replace("真票", "这张票"),
                english.replace("Genuine, ", "This bill: ").replace("Genuine", "This bill"));
    }
}
