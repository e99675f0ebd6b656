package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Bills anchored while their key may have been stolen. */
class SuspicionTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void what_was_anchored_after_the_theft_goes_to_a_person() throws Exception {
        UUID bill = world.anchored(outpatient());
        Instant stolen = Instant.parse("2026-01-01T00:00:00Z");
        revoke(stolen);
        settle();
        assertEquals(Optional.of(stolen), world.desk.suspicions().since(bill));
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
    }

    @Test
    void what_was_anchored_before_is_decided_as_ever() throws Exception {
        UUID bill = world.anchored(outpatient());
        revoke(Instant.parse("2099-01-01T00:00:00Z"));
        settle();
        assertEquals(Optional.empty(), world.desk.suspicions().since(bill));
        assertEquals(ClaimState.PROVED, world.taken(ZHANG, bill).state());
    }

    private Bill outpatient() {
        return world.ours(Bills.renumbered(Bills.outpatient(), number()));
    }

    private void revoke(Instant stolen) throws Exception {
        Json arguments =
                Json.object()
                        .put("issuer", world.channel.issuer().number())
                        .put("keySeq", 1)
                        .put("suspectSince", stolen.toString())
                        .end();
        byte[] asked =
                world.channel.settle(Call.of(Caller.ADMIN, "revokeKey").with(arguments)).answer();
        confirm(JsonReader.readObject(asked).text("digest"));
    }
}
