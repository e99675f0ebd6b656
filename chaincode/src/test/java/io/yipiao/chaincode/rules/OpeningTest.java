package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A bill is claimed only where its issuer put it, and only as its issuer sealed it. */
class OpeningTest {
    private final Channel channel = new Channel();
    private final Opening first = channel.hospital().bill(1, 1000);
    private final Opening second = channel.hospital().bill(2, 2000);
    private final Opening third = channel.hospital().bill(3, 3000);
    private final SealedBatch batch = channel.anchor(channel.hospital(), first, second, third);

    OpeningTest() throws Exception {}

    @Test
    void takes_every_bill_of_a_batch_by_its_own_proof() throws Exception {
        for (int position = 0; position < 3; position++) {
            Item item = Item.hold(batch, position, "basic", "C" + position, 1, 1000);
            assertEquals("HELD", text(channel.claims("basic", "hold", item), "outcome"));
        }
    }

    @Test
    void refuses_a_batch_that_is_not_anchored() {
        SealedBatch loose = SealedBatch.of(channel.hospital(), first, second);
        Refused.with(RefusalCode.UNKNOWN_BATCH, () -> channel.hold(loose, "basic", "C1", 1, 1000));
    }

    @Test
    void refuses_the_place_of_another_bill() {
        refuses(RefusalCode.BAD_PROOF, changed("position", new Json.Whole(1)));
    }

    @Test
    void refuses_a_position_outside_the_batch() {
        refuses(RefusalCode.BAD_PROOF, changed("position", new Json.Whole(3)));
        refuses(RefusalCode.BAD_PROOF, changed("position", new Json.Whole(Integer.MAX_VALUE)));
        refuses(RefusalCode.BAD_REQUEST, changed("position", new Json.Whole(-1)));
        refuses(RefusalCode.BAD_REQUEST, changed("position", new Json.Whole(1L << 32)));
    }

    @Test
    void refuses_a_proof_that_ends_early() {
        refuses(RefusalCode.BAD_PROOF, changed("proof", Json.texts(siblings().subList(0, 1))));
    }

    @Test
    void refuses_a_proof_with_a_hash_more() {
        List<String> more = new ArrayList<>(siblings());
        more.add(Sm3.of(new byte[0]).hex());
        refuses(RefusalCode.BAD_PROOF, changed("proof", Json.texts(more)));
    }

    @Test
    void refuses_a_proof_that_is_longer_than_any() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            many.add(Sm3.of(new byte[0]).hex());
        }
        refuses(RefusalCode.BAD_REQUEST, changed("proof", Json.texts(many)));
    }

    @Test
    void refuses_a_proof_with_trailing_bytes_in_a_hash() {
        List<String> longer = new ArrayList<>(siblings());
        longer.set(0, longer.getFirst() + "00");
        refuses(RefusalCode.BAD_REQUEST, changed("proof", Json.texts(longer)));
    }

    @Test
    void refuses_a_size_that_the_caller_names() {
        refuses(RefusalCode.BAD_REQUEST, changed("size", new Json.Whole(3)));
    }

    @Test
    void refuses_a_hash_in_capital_letters() {
        List<String> capitals = new ArrayList<>(siblings());
        capitals.set(0, capitals.getFirst().toUpperCase(Locale.ROOT));
        refuses(RefusalCode.BAD_REQUEST, changed("proof", Json.texts(capitals)));
    }

    @Test
    void refuses_another_content_than_the_sealed_one() {
        Opening dearer = channel.hospital().bill(1, 9999);
        Item honest = Item.hold(batch, 0, "basic", "C1", 1, 1000);
        Item forged = new Item(honest.record(), Optional.of(dearer));
        Refused.with(RefusalCode.BAD_PROOF, () -> channel.claims("basic", "hold", forged));
    }

    @Test
    void refuses_every_flipped_bit_of_an_opening() {
        Item honest = Item.hold(batch, 0, "basic", "C1", 1, 1000);
        byte[] opening = first.bytes();
        for (int bit = 0; bit < opening.length * 8; bit++) {
            byte[] flipped = opening.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Call call =
                    Call.of("hold")
                            .with(new Json.Items(List.of(honest.record())))
                            .withSecret("open/0", flipped);
            assertEquals(
                    Optional.empty(),
                    channel.ledger().simulate(Callers.claims("basic"), call).answer(),
                    "bit " + bit);
        }
    }

    @Test
    void refuses_an_opening_with_trailing_bytes_or_without_its_end() {
        Item honest = Item.hold(batch, 0, "basic", "C1", 1, 1000);
        Call bare = Call.of("hold").with(new Json.Items(List.of(honest.record())));
        byte[] opening = first.bytes();
        refuses(bare.withSecret("open/0", Arrays.copyOf(opening, opening.length + 1)));
        refuses(bare.withSecret("open/0", Arrays.copyOf(opening, opening.length - 1)));
        refuses(bare.withSecret("open/0", new byte[0]));
        refuses(bare.withSecret("open/1", opening));
        refuses(bare);
    }

    @Test
    void refuses_a_bill_that_names_another_issuer_than_its_batch() throws Exception {
        SealedBatch smuggled = channel.anchor(channel.neighbour(), first);
        Refused.with(
                RefusalCode.BAD_OPENING,
                "another issuer",
                () -> channel.hold(smuggled, "basic", "C1", 1, 1000));
    }

    @Test
    void refuses_a_bill_of_a_year_without_an_index_key() throws Exception {
        Opening old =
                new Opening(
                        new Core(
                                Hospital.id("19", 1),
                                1,
                                first.core().total(),
                                first.core().claimable(),
                                first.core().date(),
                                Optional.empty()),
                        first.salt(),
                        first.person(),
                        first.root());
        SealedBatch anchored = channel.anchor(old);
        Refused.with(
                RefusalCode.BAD_OPENING,
                "year 19",
                () -> channel.hold(anchored, "basic", "C1", 1, 1000));
    }

    @Test
    void one_bill_under_two_roots_is_one_bill() throws Exception {
        SealedBatch again =
                channel.anchor(channel.hospital(), first, channel.hospital().bill(4, 1));
        channel.hold(batch, "basic", "C1", 1, 700);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(again, "basic", "C2", 1, 300));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(again, "serious", "C3", 1, 301));
        assertEquals("HELD", text(channel.hold(again, "serious", "C3", 1, 300), "outcome"));
    }

    @Test
    void a_retry_may_show_the_bill_under_another_root() throws Exception {
        SealedBatch again = channel.anchor(channel.hospital(), second, first);
        Json.Members answer = channel.hold(batch, "basic", "C1", 1, 700);
        Item retry = Item.hold(again, 1, "basic", "C1", 1, 700);
        assertEquals(answer, channel.claims("basic", "hold", retry));
    }

    private void refuses(RefusalCode code, Item item) {
        Refused.with(code, () -> channel.claims("basic", "hold", item));
    }

    private void refuses(Call call) {
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.one(Callers.claims("basic"), call));
    }

    private List<String> siblings() {
        return batch.batch().prove(0).siblings().stream().map(Digest::hex).toList();
    }

    private Item changed(String member, Json value) {
        Item honest = Item.hold(batch, 0, "basic", "C1", 1, 1000);
        TreeMap<String, Json> members = new TreeMap<>(honest.record().values());
        members.put(member, value);
        return new Item(new Json.Members(members), honest.opening());
    }
}
