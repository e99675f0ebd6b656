package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReleaseTest {
    private static final Caller SUPERVISOR = Callers.supervisor(Callers.INSURANCE);

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);

    ReleaseTest() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
    }

    @Test
    void gives_a_held_share_back() throws Exception {
        Json.Members answer = channel.release(bill, "basic", "C1", 1);
        assertEquals("RELEASED", text(answer, "outcome"));
        assertEquals("400", text(answer, "fen"));
        assertEquals(List.of("RELEASED"), channel.shareStates(bill));
    }

    @Test
    void refuses_another_payer() {
        Item item = Item.release(channel.index(bill), "basic", "C1", 1);
        refuses(RefusalCode.FORBIDDEN, Callers.claims("serious"), item);
        refuses(RefusalCode.FORBIDDEN, Callers.claims(Callers.FINANCE, "basic"), item);
    }

    @Test
    void lets_a_supervisor_of_insurance_release_with_a_reason() throws Exception {
        Item item = Item.release(channel.index(bill), "basic", "C1", 1, "the payer is gone");
        channel.one(SUPERVISOR, Item.call("release", item));
        Json.Members share = channel.shares(bill).getFirst();
        assertEquals("RELEASED", text(share, "state"));
        assertEquals("the payer is gone", text(share, "reason"));
    }

    @Test
    void refuses_a_supervisor_without_a_reason() {
        Item item = Item.release(channel.index(bill), "basic", "C1", 1);
        refuses(RefusalCode.BAD_REQUEST, SUPERVISOR, item);
        Item blank = Item.release(channel.index(bill), "basic", "C1", 1, "  ");
        refuses(RefusalCode.BAD_REQUEST, SUPERVISOR, blank);
    }

    @Test
    void refuses_a_supervisor_of_another_organisation() {
        Item item = Item.release(channel.index(bill), "basic", "C1", 1, "because");
        refuses(RefusalCode.FORBIDDEN, Callers.supervisor(Callers.FINANCE), item);
    }

    @Test
    void refuses_a_stamped_share_even_to_a_supervisor() throws Exception {
        channel.stamp(bill, "basic", "C1", 1, 400);
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.release(bill, "basic", "C1", 1));
        Item item = Item.release(channel.index(bill), "basic", "C1", 1, "because");
        refuses(RefusalCode.WRONG_STATE, SUPERVISOR, item);
    }

    @Test
    void lets_a_suspended_payer_give_back() throws Exception {
        channel.ledger()
                .submit(
                        Callers.admin(Callers.FINANCE),
                        Call.of("suspendKey").with(Json.object().put("payer", "basic").end()));
        assertEquals("RELEASED", text(channel.release(bill, "basic", "C1", 1), "outcome"));
    }

    @Test
    void refuses_an_unknown_bill_or_share() {
        Opening unknown = channel.hospital().bill(7, 1);
        Refused.with(RefusalCode.UNKNOWN_BILL, () -> channel.release(unknown, "basic", "C1", 1));
        Refused.with(RefusalCode.UNKNOWN_SHARE, () -> channel.release(bill, "basic", "C2", 1));
    }

    private void refuses(RefusalCode code, Caller caller, Item item) {
        Refused.with(code, () -> channel.one(caller, Item.call("release", item)));
    }
}
