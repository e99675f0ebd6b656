package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.watch.WatchedPeer;
import io.yipiao.gateway.web.Frame;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Alarms and peers in all their states, for those who build pages. */
public final class BureauSamples {
    private static final Instant TIME = Instant.parse("2026-11-23T02:31:00Z");
    private static final String HASH = "9f86d081884c7d65".repeat(4);

    private BureauSamples() {}

    public static List<AlarmsView.AlarmRow> alarms(Frame frame) {
        return List.of(
                alarm(
                        AlarmKind.LEDGER_LAG,
                        AlarmState.NEW,
                        frame.say("bureau.peer.behind", 51),
                        3,
                        frame),
                alarm(AlarmKind.OVERDUE, AlarmState.IN_HAND, "3XCR-4GE9-9CVB-TC7J", 1, frame),
                alarm(AlarmKind.OFF_SERIES, AlarmState.CLOSED, "99060226-0000000016", 1, frame));
    }

    public static List<LedgerView.PeerRow> peers(Frame frame) {
        return List.of(
                peer("peer0.finance", "FINANCE", OptionalLong.of(1_204), 0, false, true, frame),
                peer("peer0.hospital", "HOSPITAL", OptionalLong.of(1_153), 51, false, true, frame),
                peer("peer0.insurance", "INSURANCE", OptionalLong.empty(), 0, false, false, frame),
                peer("projection", "INSURANCE", OptionalLong.of(1_204), 0, true, true, frame));
    }

    private static AlarmsView.AlarmRow alarm(
            AlarmKind kind, AlarmState state, String what, int times, Frame frame) {
        return new AlarmsView.AlarmRow(
                "/style",
                frame.say("alarm.kind." + kind),
                what,
                frame.say("alarm.state." + state),
                AlarmWords.tone(state),
                frame.minute(TIME),
                times == 1 ? "" : frame.say("alarm.times", times, frame.minute(TIME)));
    }

    private static LedgerView.PeerRow peer(
            String peer,
            String organisation,
            OptionalLong height,
            long lag,
            boolean differs,
            boolean answers,
            Frame frame) {
        String hash = height.isPresent() ? HASH : "";
        return FreezeWords.peer(
                new WatchedPeer(
                        peer, organisation, height, hash, hash, lag, differs, answers, TIME, TIME),
                frame);
    }
}
