package io.yipiao.network;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.reader.Json;

/**
 * A visit whose bill was issued elsewhere: what its patient files of it, and what a clerk finds.
 *
 * @param issued the bill as its hospital uploads it once it is enrolled here
 */
record ForeignVisit(Bill issued) {
    private static final String CODE = "98060226";

    /** The same visit under a code that no hospital here has a series of. */
    static ForeignVisit of(Bill visit) {
        BillId id = new BillId(BillId.Kind.FISCAL, CODE, visit.id().number());
        return new ForeignVisit(TestHospital.under(id, visit));
    }

    BillId id() {
        return issued.id();
    }

    /** What the citizen types off the paper. */
    Json.Members filing() {
        Json.Members face =
                Json.object()
                        .put("code", id().code())
                        .put("number", id().number())
                        .put("checkCode", issued.checkCode().orElseThrow())
                        .put("totalFen", issued.total().value())
                        .put("issueDate", issued.issueDate().toString())
                        .end();
        return Json.object()
                .put("face", face)
                .put("hospital", issued.issuer().name())
                .put("care", issued.encounter().kind().name())
                .put("admitted", issued.encounter().admitted().toString())
                .put("discharged", issued.encounter().discharged().toString())
                .end();
    }

    /** The official site shows just this, and nothing speaks against it. */
    Json.Members result() {
        Json.Members bill =
                Json.object()
                        .put("institution", issued.issuer().code())
                        .put("hospital", issued.issuer().name())
                        .put("encounter", issued.encounter().number())
                        .put("diagnoses", Json.texts(issued.encounter().diagnoses()))
                        .put("fundFen", 0)
                        .put("lines", "05,DEMO-INF,示范检查,1," + issued.total().yuan() + ",甲")
                        .end();
        return Json.object()
                .put("official", "GENUINE")
                .put("person", true)
                .put("unclaimed", true)
                .put("standing", true)
                .put("seen", "页面显示一致")
                .put("bill", bill)
                .end();
    }
}
