package io.yipiao.gateway.claim;

/** What became of the wish to claim a bill. */
public sealed interface Submission {

    /** A claim exists; its state may already be its last, a duplicate's too. */
    record Taken(ClaimView claim) implements Submission {}

    /** There is no claim, and nothing was held. */
    record NotTaken(Cause cause) implements Submission {}

    /** Why a claim is not even begun. */
    enum Cause {
        /**
         * No such bill, or one of somebody who has not asked the claimant to act; never said which.
         */
        UNKNOWN_BILL("查不到这张票据", "No record of this bill"),
        /** The patient is not in this insurance. */
        NOT_INSURED("患者没有在本地参保", "The patient is not insured here"),
        /** Neither the patient nor a guardian of his has said where to pay. */
        NO_ACCOUNT("先登记本人或监护人的收款账户", "Register the patient's or a guardian's account first"),
        /** The account of the patient bears another name than the bill. */
        OTHER_NAME("收款账户户名和票据交款人不一致", "The account's name is not the one on the bill"),
        /** The idempotency key was used for another request. */
        KEY_REUSED("这个请求编号已用于别的申请", "This key was used for another request");

        private final String chinese;
        private final String english;

        Cause(String chinese, String english) {
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
}
