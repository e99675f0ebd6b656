package io.yipiao.gateway.issuer;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of enrolments that were asked for. */
final class EnrolmentStore {

    /** What was asked for. */
    record Asked(int number, Json.Members arguments, boolean custody, Optional<Digest> digest) {}

    private EnrolmentStore() {}

    /** Writes a request, unless there is one of this number. */
    static boolean add(Handle tx, int number, Json.Members arguments, boolean custody) {
        return tx.createUpdate(
                                """
                                INSERT INTO issuer_request (number, arguments, custody)
                                VALUES (:number, :arguments, :custody) ON CONFLICT DO NOTHING
                                """)
                        .bind("number", number)
                        .bind("arguments", Jcs.text(arguments))
                        .bind("custody", custody)
                        .execute()
                == 1;
    }

    static void pending(Handle tx, int number, Digest digest) {
        tx.createUpdate("UPDATE issuer_request SET digest = :digest WHERE number = :number")
                .bind("digest", digest.hex())
                .bind("number", number)
                .execute();
    }

    /** Waits for others who ask for this number until the transaction ends. */
    static Optional<Asked> lock(Handle tx, int number) {
        return tx.createQuery("SELECT * FROM issuer_request WHERE number = :number FOR UPDATE")
                .bind("number", number)
                .map((row, context) -> asked(row))
                .findOne();
    }

    static List<Asked> all(Handle handle) {
        return handle.createQuery("SELECT * FROM issuer_request ORDER BY number")
                .map((row, context) -> asked(row))
                .list();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        byte[] arguments = row.getString("arguments").getBytes(StandardCharsets.UTF_8);
        Optional<String> digest = Optional.ofNullable(row.getString("digest"));
        try {
            return new Asked(
                    row.getInt("number"),
                    Jcs.parseObject(arguments),
                    row.getBoolean("custody"),
                    digest.isPresent()
                            ? Optional.of(Digest.ofHex("digest", digest.get()))
                            : Optional.empty());
        } catch (FieldException e) {
            throw new IllegalStateException("a stored enrolment does not read", e);
        }
    }
}
