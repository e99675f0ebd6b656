package io.yipiao.gateway.tell;

import static io.yipiao.gateway.claim.ClaimWorld.CHILD;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimTest;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.claim.Stays;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What people are told of their claims, and that nothing of it is lost or told twice. */
class TellTest extends ClaimTest {
    private static final URI ORIGIN = URI.create("https://yipiao.example");
    private static final String PHONE = "13900000001";

    private Messages messages;
    private Contacts contacts;
    private Notices notices;

    @BeforeEach
    void open() {
        messages = new Messages(world.database, clock);
        contacts = new Contacts(world.database, world.secrets.personal(), clock);
        notices = new Notices(world.database);
        world.account(ZHANG, "张示范");
    }

    @Test
    void each_step_that_concerns_the_citizen_is_a_message() {
        ClaimView claim = claimed();
        world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), Ruling.approve(), Optional.empty());
        notices.pass();
        notices.pass();
        List<ClaimState> told = messages.of(zhang()).stream().map(Message::state).toList();
        assertEquals(4, told.size());
        assertEquals(
                new HashSet<>(
                        List.of(
                                ClaimState.RECEIVED,
                                ClaimState.FIRST_REVIEW,
                                ClaimState.STAMPED,
                                ClaimState.PROVED)),
                new HashSet<>(told));
        assertEquals(List.of(), messages.of(world.person(MOTHER)));
    }

    @Test
    void messages_are_unread_until_their_own_person_reads_them() {
        claimed();
        notices.pass();
        assertEquals(2, messages.unread(zhang()));
        UUID first = messages.of(zhang()).getFirst().id();
        messages.markRead(world.person(MOTHER), first);
        messages.markRead(world.person(MOTHER));
        assertEquals(2, messages.unread(zhang()));
        messages.markRead(zhang(), first);
        assertEquals(1, messages.unread(zhang()));
        assertTrue(messages.of(zhang()).getFirst().read());
        messages.markRead(zhang());
        assertEquals(0, messages.unread(zhang()));
    }

    @Test
    void the_patient_is_told_of_what_his_agent_claims() throws FieldException {
        world.desk
                .mandates()
                .record(
                        Mandate.Kind.AGENT,
                        zhang(),
                        world.person(CHILD),
                        Optional.empty(),
                        "",
                        "t");
        UUID bill = world.anchored(world.ours(Bills.numbered(number())));
        world.taken(CHILD, bill);
        notices.pass();
        assertEquals(2, messages.unread(zhang()));
        assertEquals(2, messages.unread(world.person(CHILD)));
    }

    @Test
    void a_bill_from_elsewhere_is_told_step_by_step_as_the_claim_that_it_will_be()
            throws FieldException {
        contacts.set(zhang(), PHONE);
        ClaimNumber number = filed();
        notices.pass();
        world.desk.questions().ask(world.clerk(), number, "请补交费用清单");
        notices.pass();
        clock.pass(Duration.ofMinutes(1));
        world.desk.questions().answer(zhang(), number, "已交");
        notices.pass();
        notices.pass();
        assertEquals(
                List.of(ClaimState.CHECKING, ClaimState.SUPPLEMENT, ClaimState.RECEIVED),
                messages.of(zhang()).stream().map(Message::state).toList());

        DevelopmentInbox inbox =
                new DevelopmentInbox(world.database, world.secrets.personal(), clock);
        dispatcher(inbox, Dispatcher.LEASE).pass();
        Set<String> texts = new HashSet<>();
        inbox.latest(10).forEach(taken -> texts.add(taken.sms().text()));
        assertEquals(3, texts.size());
        assertTrue(
                texts.contains(
                        "【一票】申请 %s：等您补材料。https://yipiao.example/claims/%s"
                                .formatted(number, number)),
                texts.toString());

        accepted(number);
        notices.pass();
        assertEquals(
                List.of(
                        ClaimState.FIRST_REVIEW,
                        ClaimState.CHECKING,
                        ClaimState.SUPPLEMENT,
                        ClaimState.RECEIVED),
                messages.of(zhang()).stream().map(Message::state).toList(),
                "that it came in is not said again");
    }

    @Test
    void a_bill_from_elsewhere_that_is_refused_or_taken_back_is_told_so() throws FieldException {
        ClaimNumber refused = filed();
        ClaimNumber withdrawn = filed();
        clock.pass(Duration.ofMinutes(1));
        Checklist notFound = new Checklist(Checklist.Official.NOT_FOUND, true, true, true, "查不到");
        world.desk
                .elsewhere()
                .record(world.clerk(), refused, notFound, Optional.empty(), Duration.ofSeconds(5));
        world.desk.elsewhere().withdraw(zhang(), withdrawn);
        notices.pass();
        assertEquals(
                Set.of(
                        refused + " RECEIVED",
                        refused + " REFUSED",
                        withdrawn + " RECEIVED",
                        withdrawn + " WITHDRAWN"),
                messages.of(zhang()).stream()
                        .map(message -> message.claim() + " " + message.state())
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_fails_midway_is_told_as_a_whole_later() {
        claimed();
        world.database.with(h -> h.execute("ALTER TABLE sms RENAME TO sms_away"));
        assertThrows(RuntimeException.class, notices::pass);
        assertEquals(List.of(), messages.of(zhang()));
        world.database.with(h -> h.execute("ALTER TABLE sms_away RENAME TO sms"));
        notices.pass();
        assertEquals(2, messages.unread(zhang()));
    }

    @Test
    void several_gateways_tell_and_send_each_step_once() throws Exception {
        contacts.set(zhang(), PHONE);
        for (int i = 0; i < 5; i++) {
            claimed();
        }
        List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
        Callable<Boolean> gateway =
                () -> {
                    new Notices(world.database).pass();
                    dispatcher(taking(sent), Dispatcher.LEASE).pass();
                    return true;
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(4, gateway))) {
                assertTrue(done.get());
            }
        }
        gateway.call();
        assertEquals(10, messages.unread(zhang()));
        assertEquals(10, sent.size());
        assertEquals(10, new HashSet<>(sent).size());
    }

    @Test
    void a_text_message_says_number_state_and_link_only() throws FieldException {
        contacts.set(zhang(), PHONE);
        ClaimView claim = claimed();
        notices.pass();
        DevelopmentInbox inbox =
                new DevelopmentInbox(world.database, world.secrets.personal(), clock);
        dispatcher(inbox, Dispatcher.LEASE).pass();
        List<String> texts = inbox.latest(10).stream().map(taken -> taken.sms().text()).toList();
        String number = claim.number().text();
        assertEquals(2, texts.size());
        assertTrue(
                texts.contains(
                        "【一票】申请 %s：待初审。https://yipiao.example/claims/%s"
                                .formatted(number, number)));
        assertEquals(PHONE, inbox.latest(1).getFirst().sms().phone());
        Sms again = inbox.latest(1).getFirst().sms();
        assertEquals(SmsSender.Outcome.TAKEN, inbox.send(again));
        assertEquals(2, inbox.latest(10).size());
    }

    @Test
    void a_message_whose_sender_died_is_sent_again_under_its_id() throws FieldException {
        contacts.set(zhang(), PHONE);
        claimed();
        notices.pass();
        List<UUID> sent = new ArrayList<>();
        SmsSender dies =
                sms -> {
                    sent.add(sms.id());
                    throw new IllegalStateException("killed");
                };
        assertThrows(IllegalStateException.class, () -> dispatcher(dies, Dispatcher.LEASE).pass());
        dispatcher(taking(sent), Dispatcher.LEASE).pass();
        assertEquals(1, sent.size(), "leased");
        world.database.with(h -> h.execute("UPDATE sms SET leased_until = '-infinity'"));
        dispatcher(taking(sent), Dispatcher.LEASE).pass();
        assertEquals(3, sent.size());
        assertEquals(2, new HashSet<>(sent).size());
    }

    @Test
    void what_the_provider_cannot_take_now_waits_and_what_it_refuses_is_given_up()
            throws FieldException {
        contacts.set(zhang(), PHONE);
        claimed();
        notices.pass();
        List<UUID> sent = new ArrayList<>();
        SmsSender down =
                sms -> {
                    throw new SmsUnavailable("down");
                };
        dispatcher(down, Dispatcher.LEASE).pass();
        dispatcher(taking(sent), Dispatcher.LEASE).pass();
        assertEquals(List.of(), sent, "not before it is due again");
        world.database.with(h -> h.execute("UPDATE sms SET due_at = now()"));
        dispatcher(sms -> SmsSender.Outcome.REFUSED, Dispatcher.LEASE).pass();
        world.database.with(h -> h.execute("UPDATE sms SET due_at = now()"));
        dispatcher(taking(sent), Dispatcher.LEASE).pass();
        assertEquals(List.of(), sent);
    }

    @Test
    void waits_double_up_to_an_hour() {
        assertEquals(Duration.ofSeconds(5), Dispatcher.wait(1));
        assertEquals(Duration.ofSeconds(40), Dispatcher.wait(4));
        assertEquals(Duration.ofHours(1), Dispatcher.wait(30));
    }

    @Test
    void a_phone_is_kept_encrypted_replaced_and_forgotten() throws FieldException {
        assertEquals(Optional.empty(), contacts.of(zhang()));
        contacts.set(zhang(), PHONE);
        contacts.set(zhang(), "13900000002");
        assertEquals(Optional.of("13900000002"), contacts.of(zhang()));
        byte[] stored =
                world.database.with(handle ->
                        handle.createQuery("SELECT phone FROM contact").mapTo(byte[].class).one());
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("1390000"));
        contacts.remove(zhang());
        assertEquals(Optional.empty(), contacts.of(zhang()));
        for (String wrong : List.of("", "12900000001", "1390000000", "+8613900000001")) {
            assertThrows(FieldException.class, () -> contacts.set(zhang(), wrong));
        }
    }

    /** A stay in a city nearby, filed by its patient. */
    private ClaimNumber filed() {
        Declared declared = Stays.elsewhere(number());
        FiledElsewhere filed =
                world.desk
                        .elsewhere()
                        .file(
                                world.claimant(ZHANG),
                                zhang(),
                                declared,
                                Optional.empty(),
                                UUID.randomUUID().toString());
        return ((FiledElsewhere.Taken) filed).filing().number();
    }

    private void accepted(ClaimNumber number) throws FieldException {
        ForeignBill entered =
                new ForeignBill(
                        "H99020100001",
                        "邻市第一医院",
                        "ZY-77",
                        List.of("I10"),
                        Fen.ZERO,
                        "05,DEMO-INF,示范检查,36,100.00,甲");
        clock.pass(Duration.ofMinutes(1));
        world.desk
                .elsewhere()
                .record(
                        world.clerk(),
                        number,
                        new Checklist(Checklist.Official.GENUINE, true, true, true, "一致"),
                        Optional.of(entered),
                        Duration.ofSeconds(20));
    }

    private Dispatcher dispatcher(SmsSender sender, Duration lease) {
        return new Dispatcher(world.database, contacts, sender, ORIGIN, lease);
    }

    private static SmsSender taking(List<UUID> sent) {
        return sms -> {
            sent.add(sms.id());
            return SmsSender.Outcome.TAKEN;
        };
    }

    private ClaimView claimed() {
        return world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
    }

    private PersonId zhang() {
        return world.person(ZHANG);
    }
}
