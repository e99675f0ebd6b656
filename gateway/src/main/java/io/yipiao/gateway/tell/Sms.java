package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;

import java.net.URI;
import java.util.UUID;

/**
 * A text message.
 *
 * @param id by which a repeat is known
 * @param phone 11 digits
 * @param text what it says; nothing personal
 */
public record Sms(UUID id, String phone, String text) {

    /**
     * Number, state and link: 【一票】申请 7K2M-9QXT-4ACD-3WPN：已盖章。https://…
     *
     * @param origin scheme and host of the pages
     */
    static String text(URI origin, ClaimNumber claim, ClaimState state) {
        return "【一票】申请 %s：%s。%s"
                .formatted(
                        claim.text(), state.chinese(), origin.resolve("/claims/" + claim.text()));
    }

    /** Without the phone's number, which no journal may show. */
    @Override
    public String toString() {
        return "text message " + id;
    }
}
