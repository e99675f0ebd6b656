package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A fixed-sum policy needs proof of a bill and uses nothing up. */
class AttestTest {
    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);

    AttestTest() throws Exception {}

    @Test
    void opens_the_bill_and_takes_nothing_of_it() throws Exception {
        assertEquals("ATTESTED", text(channel.attest(batch, "commercial", "C1", 1), "outcome"));
        assertEquals(List.of(), channel.shares(bill));
        Json.Members entry = attested().getFirst();
        assertEquals("commercial", text(entry, "payer"));
        assertEquals("COMMERCIAL", text(entry, "class"));
        assertEquals("HELD", text(channel.hold(batch, "commercial", "C1", 1, 1000), "outcome"));
        assertEquals("ATTESTED", text(channel.attest(batch, "commercial2", "C2", 1), "outcome"));
        assertEquals(2, attested().size());
    }

    @Test
    void a_retry_adds_nothing() throws Exception {
        Json.Members first = channel.attest(batch, "commercial", "C1", 1);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertEquals(first, channel.attest(batch, "commercial", "C1", 1));
        assertEquals(1, attested().size());
    }

    @Test
    void the_same_number_with_other_content_is_a_mistake() throws Exception {
        channel.attest(batch, "commercial", "C1", 1);
        Refused.with(
                RefusalCode.MISMATCH,
                () ->
                        channel.claims(
                                "commercial",
                                "attest",
                                Item.attest(batch, 0, "commercial", "C1", 1, "00".repeat(32))));
    }

    @Test
    void is_refused_of_a_bill_that_is_no_good() throws Exception {
        SealedBatch red = channel.anchor(channel.hospital().red(2, bill));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.attest(red, "commercial", "C1", 1));
        channel.attest(batch, "commercial", "C1", 1);
        channel.reverse(red);
        Refused.with(RefusalCode.REVERSED, () -> channel.attest(batch, "commercial", "C2", 1));
        SealedBatch other = channel.anchor(channel.hospital().otherContent(bill));
        assertEquals("CONFLICT", text(channel.attest(other, "commercial", "C2", 1), "outcome"));
        Refused.with(RefusalCode.CONFLICT, () -> channel.attest(batch, "commercial", "C2", 1));
    }

    @Test
    void a_bill_keeps_the_latest() throws Exception {
        for (int i = 0; i <= OpenedBill.MOST_ATTESTED; i++) {
            channel.attest(batch, "commercial", "C" + i, 1);
        }
        assertEquals(OpenedBill.MOST_ATTESTED, attested().size());
        assertEquals("C1", text(attested().getFirst(), "claim"));
    }

    private List<Json.Members> attested() throws Exception {
        return channel.bill(bill).items("attested").objects("attested");
    }
}
