package io.yipiao.gateway.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimClock;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.gateway.session.Entry;
import io.yipiao.gateway.session.SignIn;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.gateway.start.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filled demonstration: something of everything, and nothing twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TownTest {
    /** What another start may write: what belongs to tokens and sessions, and to chores. */
    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND table_name NOT LIKE '%token%' AND table_name NOT LIKE 'session%'
                AND table_name NOT LIKE '%sms%' AND table_name NOT LIKE 'message%'
                AND table_name NOT LIKE 'alarm%' AND table_name NOT IN ('ledger_block', 'ledger_transaction')
            """;

    private final RunningGateway running = RunningGateway.demonstration();
    private final Gateway gateway = running.gateway();

    @Test
    void claims_stand_at_every_step_where_they_can_stay() {
        Map<ClaimState, Integer> states = new TreeMap<>();
        RunningGateway.await(this::isRefunded);
        claims().forEach(claim -> states.merge(claim.state(), 1, Integer::sum));
        assertEquals(
                Map.of(
                        ClaimState.FIRST_REVIEW, 4,
                        ClaimState.SECOND_REVIEW, 1,
                        ClaimState.SUPPLEMENT, 2,
                        ClaimState.PROVED, 10,
                        ClaimState.REFUSED, 1,
                        ClaimState.WITHDRAWN, 1,
                        ClaimState.DUPLICATE, 1,
                        ClaimState.RECOVERING, 2),
                states);
    }

    @Test
    void clocks_have_run_for_days_stand_still_and_are_past_their_date() throws TableException {
        WorkingDays days = WorkingDays.read(TableSource.demonstration());
        List<String> clocks =
                claims().stream()
                        .filter(claim -> !claim.state().isEnded() && !claim.state().isOwed())
                        .filter(claim -> claim.state() != ClaimState.PROVED)
                        .map(claim -> {
                            ClaimClock clock = gateway.claims().clocks().of(claim);
                            boolean paused = clock.deadline(days).isPaused();
                            return (paused ? "paused " : "") + clock.used(days, Instant.now());
                        })
                        .sorted()
                        .toList();
        assertEquals(List.of("0", "2", "3", "4", "6", "paused 1", "paused 1"), clocks);
    }

    @Test
    void filling_it_again_changes_nothing() {
        RunningGateway.await(this::isRefunded);
        RunningGateway.await(() -> unsettled() == 0);
        Map<String, Long> before = rows();
        assertTrue(before.size() > 10, before.toString());

        running.fill();

        assertEquals(before, rows());
    }

    @Test
    void a_refund_in_part_left_the_claim_on_the_new_bill_and_the_difference_open() {
        RunningGateway.await(this::isRefunded);
        assertEquals(
                List.of("178.88 of 1830.70"),
                gateway.claims().recoveries().open().stream()
                        .filter(one -> !one.netted().isZero())
                        .map(one -> one.open().yuan() + " of " + one.owed().yuan())
                        .toList());
    }

    @Test
    void its_accounts_sign_in_with_the_passwords_that_were_printed_last() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Accounts accounts = gateway.accounts();
        Logins logins = new Logins(accounts, new Townspeople(gateway), out);
        logins.renew();
        String first = password(told, "zhang.shifan");
        told.reset();
        logins.renew();

        SignIn door = new SignIn(accounts, gateway.sessions());
        assertFalse(door.enter("zhang.shifan", first) instanceof Entry.Entered);
        Csv.read("accounts.csv")
                .forEach(row ->
                        assertTrue(
                                door.enter(row.text("login"), password(told, row.text("login")))
                                        instanceof Entry.Entered,
                                row.text("login")));
    }

    private static String password(ByteArrayOutputStream told, String login) {
        Pattern line = Pattern.compile("  " + Pattern.quote(login) + " +([a-z0-9-]{14}) ");
        Matcher found = line.matcher(told.toString(StandardCharsets.UTF_8));
        assertTrue(found.find(), login);
        return found.group(1);
    }

    /** Both refunds have come to where they stay: one of all, one in part. */
    private boolean isRefunded() {
        List<Recovery> open = gateway.claims().recoveries().open();
        return open.size() == 2
                && open.stream().allMatch(one -> one.state() == ClaimState.RECOVERING)
                && open.stream().anyMatch(one -> !one.netted().isZero());
    }

    private List<ClaimView> claims() {
        return gateway.claims()
                .claims()
                .list(Optional.empty(), Optional.empty(), Optional.empty(), 1_000);
    }

    /** What the gateway still does by itself with what the town was filled with. */
    private long unsettled() {
        return gateway.database()
                .with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT (SELECT count(*) FROM conflicting_content WHERE outcome IS NULL)
                                            + (SELECT count(*) FROM outbox
                                                WHERE kind = 'ANCHOR' AND state = 'DONE' AND NOT compared)
                                            + (SELECT count(*) FROM claim_envelope)
                                        """)
                                .mapTo(Long.class)
                                .one());
    }

    /** Without what its own time writes: alarms of late claims, and blocks that come in behind. */
    private Map<String, Long> rows() {
        return gateway.database()
                .with(handle -> {
                    Map<String, Long> rows = new TreeMap<>();
                    for (String table : handle.createQuery(TABLES).mapTo(String.class).list()) {
                        String count = "SELECT count(*) FROM " + table;
                        rows.put(table, handle.createQuery(count).mapTo(Long.class).one());
                    }
                    return rows;
                });
    }
}
