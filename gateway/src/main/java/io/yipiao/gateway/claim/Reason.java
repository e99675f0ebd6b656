package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Assessment;

/** Why a claim ended without a stamp, in the words that its claimant reads. */
public enum Reason {
    SETTLED_AT_HOSPITAL("已在医院结算", "Settled at the hospital already"),
    TOO_LATE("已过申报期限：出院次年12月31日", "Past the time limit: 31 December of the year after discharge"),
    NOT_DESIGNATED("开票单位不是定点机构", "The issuer is not a designated institution"),
    NOT_COVERED("参保类型不含这类费用", "The scheme does not cover this kind of care"),
    /** The sheet gives nothing; what it bears of the deductible counts all the same. */
    NOTHING_PAYABLE("按政策计算，可报销金额为零", "By policy nothing is payable"),
    REVERSED("票据已全部退费", "The bill was refunded in full"),
    /** A paper exchange (换开) is claimed as the bill it was made from. */
    EXCHANGED("已换开纸质，请用原电子票据申报", "Claim the electronic bill this paper was made from"),
    CONFLICT("同一号码有两份内容，先不办理", "Two bills carry this number"),
    /** The ledger refused the batch it stands in. */
    NOT_REGISTERED("医院没能登记这张票据，请医院重开", "The hospital could not register this bill"),
    /** A bill filed as one from elsewhere whose number was given to a hospital here. */
    IN_SERIES(
            "这个号码是本地医院的，请医院上传后再报", "This number is a local hospital's; ask it to upload the bill"),
    REVOKED("票据的签章已作废", "The bill's seal was revoked"),
    /** A claim to a payer of the same class has the bill. */
    CLAIMED("这张票据已申报过", "The bill is claimed already"),
    /** Other payers' claims leave nothing of the bill. */
    EXHAUSTED("这张票据已报满", "The bill is fully claimed"),
    /** The claimant took it back. */
    WITHDRAWN("申请人已撤回", "Withdrawn by the claimant"),
    /** A clerk refused it and said why. */
    DECIDED("经审核不予报销", "Refused after review");

    private final String chinese;
    private final String english;

    Reason(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    static Reason of(Assessment.Reason reason) {
        return switch (reason) {
            case SETTLED_AT_HOSPITAL -> SETTLED_AT_HOSPITAL;
            case TOO_LATE -> TOO_LATE;
            case NOT_DESIGNATED -> NOT_DESIGNATED;
            case NOT_COVERED -> NOT_COVERED;
        };
    }
}
