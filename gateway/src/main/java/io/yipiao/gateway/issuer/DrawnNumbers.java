package io.yipiao.gateway.issuer;

import io.yipiao.gateway.store.Database;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws the next number of an issuer's series, and check codes. A number that was shown to one is
 * shown to nobody else for an hour; one that was not used by then is drawn again.
 */
public final class DrawnNumbers {
    private static final String SIGNS = "0123456789abcdefghijkmnpqrstuvwxyz";
    private static final int CHECK_CODE = 6;
    private static final int TRIES = 20;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public DrawnNumbers(Database database) {
        this.database = database;
    }

    /** A number of this code that nobody used or was shown; nothing if no series has one left. */
    public Optional<String> next(int issuer, String code) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> free = candidate(issuer, code);
            if (free.isEmpty() || keep(issuer, code, free.get())) {
                return free;
            }
        }
        return Optional.empty();
    }

    /** The check code of a fiscal bill. */
    public String checkCode() {
        return random.ints(CHECK_CODE, 0, SIGNS.length())
                .mapToObj(i -> SIGNS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** In each range one more than the last number in it, of the first range that has one. */
    private Optional<String> candidate(int issuer, String code) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT lpad(next.number::text, 10, '0')
                                FROM ledger_series s CROSS JOIN LATERAL (
                                    SELECT greatest(
                                        s.from_number::bigint,
                                        1 + (SELECT encode(substring(b.identity FROM 6 FOR 5), 'hex')::bigint
                                            FROM bill b WHERE b.issuer = :issuer AND get_byte(b.identity, 0) IN (1, 4)
                                                AND substring(b.identity FROM 2) BETWEEN
                                                    decode(s.code || s.from_number || 'ff', 'hex')
                                                    AND decode(s.code || s.to_number || 'ff', 'hex')
                                            ORDER BY substring(b.identity FROM 2) DESC LIMIT 1),
                                        1 + (SELECT max(d.number)::bigint FROM drawn_number d
                                            WHERE d.code = s.code AND d.number BETWEEN s.from_number AND s.to_number
                                                AND d.drawn_at > now() - interval '1 hour')) AS number) next
                                WHERE s.code = :code AND s.issuer = :issuer
                                    AND next.number <= s.to_number::bigint
                                ORDER BY s.from_number LIMIT 1
                                """)
                        .bind("issuer", issuer)
                        .bind("code", code)
                        .mapTo(String.class)
                        .findOne());
    }

    private boolean keep(int issuer, String code, String number) {
        return database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO drawn_number AS d (code, number, issuer)
                                VALUES (:code, :number, :issuer)
                                ON CONFLICT (code, number) DO UPDATE SET drawn_at = now()
                                WHERE d.drawn_at < now() - interval '1 hour'
                                """)
                        .bind("code", code)
                        .bind("number", number)
                        .bind("issuer", issuer)
                        .execute())
                == 1;
    }
}
