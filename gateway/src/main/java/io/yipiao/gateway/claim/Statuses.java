package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Asks how bills stand on the ledger; who asks at the same moment asks in one call. */
final class Statuses {
    private final LedgerClient ledger;
    private final Map<Caller, WaitingLine<Question>> lines = new ConcurrentHashMap<>();

    Statuses(LedgerClient ledger) {
        this.ledger = ledger;
    }

    private record Question(BillIndex index, CompletableFuture<Optional<BillOnLedger>> answer) {}

    /**
     * How a bill stands, as far as one peer knows; nothing if nobody has opened it.
     *
     * @throws LedgerUnavailable if it cannot be asked now
     */
    Optional<BillOnLedger> of(Caller caller, BillIndex index) {
        Question question = new Question(index, new CompletableFuture<>());
        WaitingLine<Question> line =
                lines.computeIfAbsent(caller, one -> new WaitingLine<>(Question::index));
        if (line.add(question)) {
            Thread.ofVirtual().name("status").start(() -> drive(caller, line));
        }
        return Joined.of(question.answer());
    }

    private void drive(Caller caller, WaitingLine<Question> line) {
        for (List<Question> next = line.next(); !next.isEmpty(); next = line.next()) {
            try {
                List<Optional<BillOnLedger>> bills =
                        ask(caller, next.stream().map(Question::index).toList());
                for (int i = 0; i < bills.size(); i++) {
                    next.get(i).answer().complete(bills.get(i));
                }
            } catch (RuntimeException | Error e) {
                next.forEach(question -> question.answer().completeExceptionally(e));
            }
        }
    }

    private List<Optional<BillOnLedger>> ask(Caller caller, List<BillIndex> indexes) {
        Call call =
                Call.of(caller, "status")
                        .with(Json.texts(indexes.stream().map(BillIndex::hex).toList()));
        try {
            if (!(JsonReader.read(ledger.evaluate(call)) instanceof Json.Items answer)
                    || answer.values().size() != indexes.size()) {
                throw new IllegalStateException("the ledger answers status with another list");
            }
            List<Optional<BillOnLedger>> bills = new ArrayList<>();
            for (Json entry : answer.values()) {
                bills.add(BillOnLedger.read(entry));
            }
            return bills;
        } catch (Refused e) {
            throw new LedgerUnavailable("the ledger does not answer status: " + e.code(), e);
        } catch (FieldException e) {
            throw new IllegalStateException("a bill's status does not read: " + e.getMessage(), e);
        }
    }
}
