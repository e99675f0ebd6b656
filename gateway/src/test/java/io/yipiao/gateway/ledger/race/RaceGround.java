package io.yipiao.gateway.ledger.race;

import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Brings bills to where their races start, many in a call, and says where they stand later. */
final class RaceGround {
    private static final int IN_A_CALL = 40;
    private static final Pattern OWN = Pattern.compile("[0-9a-f]{64}|(?<=\"issuer\":)[0-9]+");

    private final TestChannel channel;
    private final LedgerClient ledger;

    RaceGround(TestChannel channel, LedgerClient ledger) {
        this.channel = channel;
        this.ledger = ledger;
    }

    /** Anchors the bills, learns their places, and moves each to its start. */
    void prepare(List<RacedBill> bills) throws Exception {
        for (List<RacedBill> some : chunks(bills)) {
            channel.settle(channel.issuer().anchor(some.stream().map(RacedBill::batch).toList()));
            learnPlaces(some);
        }
        Set<RaceStart> issued = EnumSet.of(RaceStart.LIVING, RaceStart.REVERSED);
        Set<RaceStart> claimed = EnumSet.of(RaceStart.CLAIMED);
        Set<RaceStart> all = EnumSet.complementOf(EnumSet.of(RaceStart.UNOPENED));
        move(bills, issued, bill -> bill.openedHold("basic", "C1", 100));
        move(bills, issued, bill -> bill.openedStamp("commercial", "C2", 200));
        move(bills, issued, bill -> bill.openedStamp("assistance", "C3", 300));
        move(bills, claimed, bill -> bill.claimedHold("basic", "C1", 100));
        move(bills, claimed, bill -> bill.claimedHoldAndStamp("commercial", "C2", 200));
        move(bills, claimed, bill -> bill.claimedHoldAndStamp("assistance", "C3", 300));
        move(bills, all, bill -> bill.part("revoke", "assistance", "C3", 1, 300));
        move(bills, EnumSet.of(RaceStart.REVERSED), bill -> bill.reverse(1));
    }

    /** None may be refused: the start would be another. */
    private void move(List<RacedBill> bills, Set<RaceStart> starts, Function<RacedBill, Call> step)
            throws Refused {
        for (List<RacedBill> some :
                chunks(bills.stream().filter(bill -> starts.contains(bill.start())).toList())) {
            Call call = Call.together(some.stream().map(step).toList());
            String answer = new String(channel.settle(call).answer(), UTF_8);
            assertFalse(answer.contains("REFUSED"), () -> call + ": " + answer);
        }
    }

    private void learnPlaces(List<RacedBill> bills) throws Exception {
        ByteArrayOutputStream identities = new ByteArrayOutputStream();
        for (RacedBill bill : bills) {
            identities.writeBytes(IdentityBytes.of(bill.ids().getFirst()));
        }
        List<String> places = places(identities.toByteArray());
        for (int i = 0; i < bills.size(); i++) {
            bills.get(i).standsAt(places.get(i));
        }
    }

    private List<String> places(byte[] identities) throws Refused, FieldException {
        Call call = Call.of(Caller.INTAKE, "indexes").withSecret("identities", identities);
        return ((Json.Items) JsonReader.read(ledger.evaluate(call))).texts("indexes");
    }

    /** What the ledger holds of a bill and of all that moves with it, once every peer has it. */
    String standing(RacedBill bill) throws Refused, FieldException {
        ByteArrayOutputStream identities = new ByteArrayOutputStream();
        bill.ids().forEach(id -> identities.writeBytes(IdentityBytes.of(id)));
        List<String> places = places(identities.toByteArray());
        Call status = Call.of(Caller.INTAKE, "status").with(Json.texts(places));
        String value = new String(ledger.prove(status).answer(), UTF_8);
        return plain(bill, places, value);
    }

    /** The same with names in place of what no other bill has, so that bills can be compared. */
    private static String plain(RacedBill bill, List<String> places, String text) {
        Map<String, String> names = new HashMap<>();
        List<Opening> openings = bill.openings();
        for (int i = 0; i < openings.size(); i++) {
            names.put(places.get(i), "place " + i);
            names.put(openings.get(i).fingerprint().hex(), "bill " + i);
        }
        return plain(names, text);
    }

    /** Names what is known, and passes over other digests and issuers' numbers. */
    static String plain(Map<String, String> names, String text) {
        return OWN.matcher(text).replaceAll(found -> names.getOrDefault(found.group(), "#"));
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += IN_A_CALL) {
            chunks.add(all.subList(i, Math.min(all.size(), i + IN_A_CALL)));
        }
        return chunks;
    }
}
