package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TrustListTest {
    private final TrustList list = TrustListVectorsTest.list();
    private final SealPrivateKey listKey = TestKeys.named(Suite.SM2, "list key");

    @Test
    void reads_back_what_it_wrote_and_sealed() throws Exception {
        Seal seal = list.seal(listKey);
        TrustList read = TrustList.parse(list.bytes(), seal, listKey.publicKey());
        assertEquals(list.number(), read.number());
        assertEquals(new String(list.bytes(), UTF_8), new String(read.bytes(), UTF_8));
    }

    @Test
    void is_stale_only_past_its_next_update() {
        assertFalse(list.isStale(list.issued()));
        assertFalse(list.isStale(list.nextUpdate()));
        assertTrue(list.isStale(list.nextUpdate().plusNanos(1)));
    }

    @Test
    void finds_keys_by_issuer_and_number_in_use_or_not() {
        assertTrue(list.key(1, 1).orElseThrow().revokedAt().isEmpty());
        assertTrue(list.key(1, 2).orElseThrow().revokedAt().isPresent());
        assertEquals(Optional.empty(), list.key(1, 3).map(IssuerKey::seq));
        assertEquals(Optional.empty(), list.key(3, 1).map(IssuerKey::seq));
        assertEquals("127.0.0.1:8080", list.issuer(2).orElseThrow().host());
    }

    @Test
    void cannot_be_made_out_of_order() {
        Instant issued = list.issued();
        List<TrustedIssuer> turned = list.issuers().reversed();
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrustList(1, issued, list.nextUpdate(), turned));
        assertThrows(
                IllegalArgumentException.class, () -> new TrustList(1, issued, issued, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrustList(0, issued, list.nextUpdate(), List.of()));
    }
}
