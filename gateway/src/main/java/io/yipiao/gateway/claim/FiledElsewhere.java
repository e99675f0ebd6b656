package io.yipiao.gateway.claim;

/** What became of the wish to file a bill from elsewhere. */
public sealed interface FiledElsewhere {

    /** It waits for a clerk, or what became of it since it was first sent. */
    record Taken(ElsewhereFiling filing) implements FiledElsewhere {}

    /** It was filed before, under this number. */
    record Duplicate(ClaimNumber first) implements FiledElsewhere {}

    /** Nothing was filed. */
    record NotTaken(Cause cause) implements FiledElsewhere {}

    /** Why not. */
    enum Cause {
        /** A hospital here uploaded it: it is claimed as any other bill. */
        ISSUED_HERE(
                "这张票据本地医院已登记，请在“我的票据”里报销", "A hospital here registered it; claim it in My bills"),
        /** The ledger has no index key of its year. */
        YEAR("这一年的票据不能在这里报销", "Bills of this year cannot be claimed here"),
        /** The patient is somebody for whom the claimant does not act. */
        NOT_FOR_HIM("您没有为这位家人代办的授权", "You may not file for this person"),
        NOT_INSURED("患者没有在本地参保", "The patient is not insured here"),
        NO_ACCOUNT("先登记本人或监护人的收款账户", "Register the patient's or a guardian's account first"),
        /** The idempotency key was used for another filing. */
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
