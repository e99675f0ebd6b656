package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

class AnchorTest {
    private static final Caller INTAKE = Callers.intake(Callers.HOSPITAL);

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 335430);
    private final Opening second = channel.hospital().bill(2, 47465);

    AnchorTest() throws Exception {}

    @Test
    void writes_one_key_a_batch() throws Exception {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill, second);
        int before = channel.ledger().keys().size();
        Json.Members answer = channel.one(INTAKE, batch.anchor());
        assertEquals("ANCHORED", text(answer, "outcome"));
        assertEquals(before + 1, channel.ledger().keys().size());
        assertEquals(
                "{\"keySeq\":1,\"size\":2}",
                channel.ledger().value("batch/1/" + batch.header().root()).orElseThrow());
    }

    @Test
    void anchors_batches_of_several_issuers_in_one_call() throws Exception {
        SealedBatch one = SealedBatch.of(channel.hospital(), bill);
        SealedBatch other = SealedBatch.of(channel.neighbour(), channel.neighbour().bill(3, 100));
        Call call =
                Call.of("anchor")
                        .with(new Json.Items(List.of(one.anchorItem(), other.anchorItem())))
                        .with(one.batch().bytes())
                        .with(other.batch().bytes());
        List<Json.Members> answers = channel.all(INTAKE, call);
        assertEquals("1", text(answers.get(0), "issuer"));
        assertEquals("2", text(answers.get(1), "issuer"));
    }

    @Test
    void takes_seals_of_both_suites() throws Exception {
        channel.hospital().addKey(Suite.ES256);
        channel.confirmed("enrolIssuer", channel.hospital().enrolment());
        SealedBatch batch = SealedBatch.of(channel.hospital(), 2, bill);
        assertEquals("ANCHORED", text(channel.one(INTAKE, batch.anchor()), "outcome"));
    }

    @Test
    void answers_already_to_a_repeat_however_it_is_sealed() throws Exception {
        channel.anchor(bill);
        // SM2 signs with a fresh nonce: the same batch, another seal.
        SealedBatch again = SealedBatch.of(channel.hospital(), bill);
        assertEquals("ALREADY", text(channel.one(INTAKE, again.anchor()), "outcome"));
    }

    @Test
    void refuses_a_repeat_whose_seal_does_not_verify() throws Exception {
        SealedBatch batch = channel.anchor(bill);
        refuses(RefusalCode.BAD_SEAL, sealedBy(batch, channel.neighbour().key(1), 1));
    }

    @Test
    void refuses_a_seal_of_another_key() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill);
        refuses(RefusalCode.BAD_SEAL, sealedBy(batch, channel.neighbour().key(1), 1));
    }

    @Test
    void refuses_another_issuers_seal_under_his_own_number() {
        SealedBatch stolen =
                SealedBatch.of(
                        channel.neighbour().number(), channel.hospital().key(1), 1, List.of(bill));
        refuses(RefusalCode.BAD_SEAL, stolen.anchor());
    }

    @Test
    void another_issuer_who_anchors_the_same_leaves_first_changes_nothing() throws Exception {
        SealedBatch copied = SealedBatch.of(channel.neighbour(), bill);
        assertEquals("ANCHORED", text(channel.one(INTAKE, copied.anchor()), "outcome"));
        SealedBatch own = SealedBatch.of(channel.hospital(), bill);
        assertEquals("ANCHORED", text(channel.one(INTAKE, own.anchor()), "outcome"));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.hold(copied, "basic", "C1", 1, 335430));
        assertEquals("HELD", text(channel.hold(own, "basic", "C1", 1, 335430), "outcome"));
    }

    @Test
    void refuses_leaves_that_are_not_the_roots() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill, second);
        byte[] leaves = batch.batch().bytes();
        leaves[40] ^= 1;
        refuses(
                RefusalCode.BAD_SEAL,
                Call.of("anchor").with(new Json.Items(List.of(batch.anchorItem()))).with(leaves));
    }

    @Test
    void refuses_a_root_that_is_not_the_leaves_though_their_seal_is_good() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill);
        TreeMap<String, Json> item = new TreeMap<>(batch.anchorItem().values());
        item.put("root", new Json.Text(second.fingerprint().hex()));
        Json.Items items = new Json.Items(List.of(new Json.Members(item)));
        refuses(RefusalCode.BAD_SEAL, Call.of("anchor").with(items).with(batch.batch().bytes()));
    }

    @Test
    void refuses_a_size_that_is_not_the_leaves() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill, second);
        byte[] one = batch.bills().getFirst().fingerprint().bytes();
        Json.Items items = new Json.Items(List.of(batch.anchorItem()));
        refuses(RefusalCode.BAD_REQUEST, Call.of("anchor").with(items).with(one));
    }

    @Test
    void refuses_leaves_that_are_missing_or_too_many() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill);
        Json.Items items = new Json.Items(List.of(batch.anchorItem()));
        refuses(RefusalCode.BAD_REQUEST, Call.of("anchor").with(items));
        refuses(RefusalCode.BAD_REQUEST, batch.anchor().with(batch.batch().bytes()));
    }

    @Test
    void refuses_an_issuer_or_a_key_that_is_not_enrolled() {
        SealedBatch stranger = SealedBatch.of(9, channel.hospital().key(1), 1, List.of(bill));
        refuses(RefusalCode.UNKNOWN_ISSUER, stranger.anchor());
        SealedBatch unknownKey = SealedBatch.of(1, channel.hospital().key(1), 2, List.of(bill));
        refuses(RefusalCode.UNKNOWN_KEY, unknownKey.anchor());
    }

    @Test
    void anchors_the_largest_batch_in_one_transaction() throws Exception {
        SealedBatch batch = ofSize(Batch.LARGEST);
        assertEquals("ANCHORED", text(channel.one(INTAKE, batch.anchor()), "outcome"));
    }

    @Test
    void refuses_more_than_a_mebibyte() {
        SealedBatch first = ofSize(Batch.LARGEST);
        SealedBatch second = ofSize(800);
        refuses(
                RefusalCode.BAD_REQUEST,
                Call.of("anchor")
                        .with(new Json.Items(List.of(first.anchorItem(), second.anchorItem())))
                        .with(first.batch().bytes())
                        .with(second.batch().bytes()));
    }

    @Test
    void refuses_a_batch_named_twice() {
        SealedBatch batch = SealedBatch.of(channel.hospital(), bill);
        refuses(
                RefusalCode.REPEATED,
                Call.of("anchor")
                        .with(new Json.Items(List.of(batch.anchorItem(), batch.anchorItem())))
                        .with(batch.batch().bytes())
                        .with(batch.batch().bytes()));
    }

    private void refuses(RefusalCode code, Call call) {
        Refused.with(code, () -> channel.one(INTAKE, call));
    }

    private static Call sealedBy(SealedBatch batch, SealPrivateKey key, int keySeq) {
        return new SealedBatch(batch.bills(), batch.batch(), keySeq, batch.header().seal(key))
                .anchor();
    }

    private SealedBatch ofSize(int size) {
        List<Fingerprint> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(new Fingerprint(Sm3.of(new byte[] {(byte) (i >> 8), (byte) i})));
        }
        Batch batch = new Batch(1, leaves);
        return new SealedBatch(List.of(), batch, 1, batch.header().seal(channel.hospital().key(1)));
    }
}
