package io.yipiao.gateway.web.hospital;

import java.util.List;
import java.util.UUID;

/** Papers and keys in all their states, for those who build pages. */
public final class HospitalSamples {
    private static final String TIME = "2026-11-23 10:31";

    private HospitalSamples() {}

    public static List<ExchangeView.PaperRow> papers() {
        return List.of(
                paper("ISSUED", "wait", ""),
                paper("COLLECTED", "mute", TIME),
                paper("VOIDED", "mute", TIME));
    }

    public static List<KeyRow> keys() {
        return List.of(
                key(5, "use", "good", "", "", true),
                key(4, "use", "good", "", "", false),
                key(3, "stopped", "stop", "", TIME, false),
                key(2, "revoked", "stop", TIME, TIME, false),
                key(1, "revoked", "stop", TIME, "", false));
    }

    private static ExchangeView.PaperRow paper(String state, String tone, String moved) {
        return new ExchangeView.PaperRow(new UUID(0, 0), "99060226 0000000001", state, tone, moved);
    }

    private static KeyRow key(
            int seq, String state, String tone, String since, String suspect, boolean seals) {
        return new KeyRow(seq, "SM2", state, tone, since, suspect, "9f86d081884c7d65", seals);
    }
}
