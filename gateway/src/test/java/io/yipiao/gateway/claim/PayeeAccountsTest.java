package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Where benefits are paid. */
class PayeeAccountsTest extends ClaimTest {

    @Test
    void of_accounts_put_at_the_same_moment_one_is_the_present_one_and_none_fails()
            throws Exception {
        List<Future<PayeeAccount>> put = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                String number = "62220200000012%02d".formatted(i);
                put.add(
                        threads.submit(() ->
                                world.desk
                                        .accounts()
                                        .put(world.person(ZHANG), "张示范", "示范银行", number)));
            }
        }
        PayeeAccount present = world.desk.accounts().of(world.person(ZHANG)).orElseThrow();
        List<PayeeAccount> all = new ArrayList<>();
        for (Future<PayeeAccount> each : put) {
            all.add(each.get());
        }
        assertEquals(1, all.stream().filter(one -> one.id().equals(present.id())).count());
    }
}
