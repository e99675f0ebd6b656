package io.yipiao.verifier.verdict;

/** What of a bill a check may show or find different, in the paper's order. */
public enum Field {
    ISSUER("开票单位", "issuer", true),
    KIND("票据种类", "kind", true),
    CODE("票据代码", "bill code", true),
    NUMBER("票据号码", "bill number", true),
    DATE("开票日期", "issue date", true),
    TOTAL("金额合计", "total", true),
    TOTAL_IN_WORDS("金额大写", "total in words", true),
    CLAIMABLE("个人支付", "paid by the patient", true),
    RELATION("关联票据", "related bill", true),
    CHECK_CODE("校验码", "check code", false),
    PERSON("交款人姓名、证件", "payer party's name and identity number", false),
    LEAVES("其余票面内容或费用明细", "the rest of the bill or its fee lines", false),
    SALT("随机盐", "the core's salt", true);

    private final String chinese;
    private final String english;
    private final boolean inQr;

    Field(String chinese, String english, boolean inQr) {
        this.chinese = chinese;
        this.english = english;
        this.inQr = inQr;
    }

    public Sentence label() {
        return new Sentence(chinese, english);
    }

    /** Whether a QR code holds the value itself, not only a hash over it. */
    public boolean isInQr() {
        return inQr;
    }
}
