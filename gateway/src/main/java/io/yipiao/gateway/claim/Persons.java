package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.canonical.Digest;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How a person stands in a column. */
final class Persons {
    private Persons() {}

    static byte[] bytes(PersonId person) {
        return person.hash().bytes();
    }

    static PersonId read(ResultSet row, String column) throws SQLException {
        return new PersonId(Digest.of(row.getBytes(column)));
    }
}
