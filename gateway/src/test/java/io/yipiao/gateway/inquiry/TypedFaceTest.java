package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Look-ups by what is printed on the paper, and the lock against guessing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedFaceTest {
    private static final Reader STRANGER = new Reader.Stranger();

    private InquiryWorld world;
    private Inquiry inquiry;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        inquiry = world.inquiry();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void the_right_elements_give_the_verdict_and_no_more() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        Answer answer = inquiry.ofFace(face(bill), STRANGER);
        assertEquals(VerdictKind.OPEN, answer.verdict().kind());
        assertEquals(Optional.empty(), answer.bill());
        assertEquals(List.of(), answer.shares());
    }

    @Test
    void the_check_code_may_be_typed_in_capitals() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        assertEquals(VerdictKind.OPEN, kind(withCheckCode(bill, "A1B2C3")));
    }

    @Test
    void whatever_differs_the_answer_is_the_same() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        TypedFace right = face(bill);
        List<TypedFace> wrong =
                List.of(
                        withCheckCode(bill, "ffffff"),
                        new TypedFace(
                                right.id(),
                                right.checkCode(),
                                right.total().plus(new Fen(1)),
                                right.date()),
                        new TypedFace(
                                right.id(),
                                right.checkCode(),
                                right.total(),
                                right.date().plusDays(1)),
                        new TypedFace(
                                Bills.numbered(InquiryWorld.number()).id(),
                                right.checkCode(),
                                right.total(),
                                right.date()));
        Answer first = inquiry.ofFace(wrong.getFirst(), STRANGER);
        assertEquals(VerdictKind.UNKNOWN, first.verdict().kind());
        for (TypedFace face : wrong) {
            assertEquals(first, inquiry.ofFace(face, STRANGER));
        }
    }

    @Test
    void a_bill_without_a_check_code_cannot_be_looked_up() throws Exception {
        StoredBill stored = world.anchored(world.paper(Optional.empty()));
        assertEquals(VerdictKind.UNKNOWN, kind(withCheckCode(stored, "")));
        assertEquals(VerdictKind.OPEN, inquiry.ofText(world.qr(stored), STRANGER).verdict().kind());
    }

    @Test
    void five_wrong_tries_lock_the_bill_for_an_hour_for_strangers_who_type() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        StoredBill other = world.anchored(world.bill());
        for (int i = 0; i < 5; i++) {
            assertEquals(VerdictKind.OPEN, kind(face(bill)), "still open before try " + i);
            assertEquals(VerdictKind.UNKNOWN, kind(withCheckCode(bill, "00000" + i)));
        }
        assertThrows(LockedException.class, () -> kind(withCheckCode(bill, "000009")));
        assertThrows(LockedException.class, () -> kind(face(bill)));

        Inquiry restarted = world.inquiry();
        assertThrows(LockedException.class, () -> restarted.ofFace(face(bill), STRANGER));
        assertEquals(VerdictKind.OPEN, kind(face(other)));
        assertEquals(VerdictKind.OPEN, inquiry.ofText(world.qr(bill), STRANGER).verdict().kind());
        assertEquals(
                VerdictKind.OPEN,
                inquiry.ofFace(face(bill), new Reader.Official()).verdict().kind());

        age(bill, 59);
        assertThrows(LockedException.class, () -> kind(face(bill)));
        age(bill, 2);
        assertEquals(VerdictKind.OPEN, kind(face(bill)));
    }

    @Test
    void a_number_that_nobody_issued_locks_as_any_other() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        TypedFace right = face(bill);
        TypedFace nobodys =
                new TypedFace(
                        Bills.numbered(InquiryWorld.number()).id(),
                        right.checkCode(),
                        right.total(),
                        right.date());
        for (int i = 0; i < 5; i++) {
            assertEquals(VerdictKind.UNKNOWN, kind(nobodys));
        }
        assertThrows(LockedException.class, () -> kind(nobodys));
    }

    @Test
    void those_who_are_signed_in_neither_count_nor_are_locked_out() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        Reader clerk = new Reader.Official();
        for (int i = 0; i < 7; i++) {
            TypedFace wrong = withCheckCode(bill, "00000" + i);
            assertEquals(VerdictKind.UNKNOWN, inquiry.ofFace(wrong, clerk).verdict().kind());
        }
        assertEquals(VerdictKind.OPEN, kind(face(bill)));
    }

    @Test
    void trying_in_parallel_gives_no_more_than_five_tries() throws Exception {
        StoredBill bill = world.anchored(world.bill());
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TypedFace wrong = withCheckCode(bill, "0000%02d".formatted(i));
            tries.add(() -> kind(wrong) == VerdictKind.UNKNOWN);
        }
        int answered = 0;
        int locked = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> tried : threads.invokeAll(tries)) {
                try {
                    answered += tried.get() ? 1 : 0;
                } catch (ExecutionException e) {
                    assertInstanceOf(LockedException.class, e.getCause());
                    locked++;
                }
            }
        }
        assertEquals(5, answered);
        assertEquals(35, locked);
        assertThrows(LockedException.class, () -> kind(face(bill)));
    }

    /** Makes this bill's wrong tries so many minutes older. */
    private void age(StoredBill bill, int minutes) {
        byte[] identity = io.yipiao.verifier.fingerprint.IdentityBytes.of(bill.bill().id());
        world.database.with(handle ->
                handle.createUpdate(
                                """
                                UPDATE typed_attempt SET at = at - make_interval(mins => :minutes)
                                WHERE identity = :identity
                                """)
                        .bind("minutes", minutes)
                        .bind("identity", identity)
                        .execute());
    }

    private VerdictKind kind(TypedFace face) throws LockedException {
        return inquiry.ofFace(face, STRANGER).verdict().kind();
    }

    private static TypedFace face(StoredBill bill) {
        return withCheckCode(bill, bill.bill().checkCode().orElseThrow());
    }

    private static TypedFace withCheckCode(StoredBill stored, String checkCode) {
        Bill bill = stored.bill();
        return new TypedFace(bill.id(), checkCode, bill.total(), bill.issueDate());
    }
}
