package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.web.Visit;

/** Why an upload was refused whole, in the visitor's language. */
final class UploadFault {
    private UploadFault() {}

    static String of(Visit visit, RefusedUploadException refused) {
        return switch (refused.reason()) {
            case FAULTY -> FaultWords.ofUpload(refused.why(), visit.frame());
            case NO_KEY -> visit.say("hospital.no-key");
            case OTHER_CONTENT -> visit.say("hospital.other-content");
            case UNDER_WAY -> visit.say("hospital.under-way");
        };
    }
}
