package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.canonical.Digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How a person stands in a column. */
final class Persons {
    private Persons() {}

    static byte[] bytes(PersonId person) {
        return person.hash().bytes();
    }

    /** Nobody is no bytes. */
    static byte[] bytes(Optional<PersonId> person) {
        return person.map(Persons::bytes).orElseGet(() -> new byte[0]);
    }

    /** Whoever stands in a column where nobody is no bytes. */
    static Optional<PersonId> readOptional(ResultSet row, String column) throws SQLException {
        return row.getBytes(column).length == 0 ? Optional.empty() : Optional.of(read(row, column));
    }

    /** Whoever stands in a column that may be null. */
    static Optional<PersonId> readNullable(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column))
                .map(bytes -> new PersonId(Digest.of(bytes)));
    }

    static PersonId read(ResultSet row, String column) throws SQLException {
        return new PersonId(Digest.of(row.getBytes(column)));
    }
}
