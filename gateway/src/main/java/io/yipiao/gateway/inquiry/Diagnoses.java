package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.store.Database;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Opens a bill's diagnoses, and notes first who did (查看诊断). */
public final class Diagnoses {
    private final Database database;
    private final Clock clock;

    public Diagnoses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The diagnoses of a bill that the caller may show to this account.
     *
     * @param account who opens them, which is kept with bill and time and nothing else
     */
    public List<String> open(UUID account, StoredBill bill) {
        database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO diagnosis_access (bill, account, at) VALUES (:bill, :account, :at)
                                """)
                        .bind("bill", bill.id())
                        .bind("account", account)
                        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .execute());
        return bill.bill().encounter().diagnoses();
    }
}
