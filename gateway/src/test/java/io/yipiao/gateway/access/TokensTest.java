package io.yipiao.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Sm3;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.Set;

class TokensTest {
    private final Database database = TestDatabase.fresh();
    private final Tokens tokens = new Tokens(database);
    private final Gate gate = new Gate(tokens);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_token_opens_what_its_roles_open_until_it_is_revoked() throws FieldException {
        NewToken made = tokens.create(Set.of(Role.ADMIN, Role.AUDITOR), Owner.named("王主任"));
        Optional<String> header = Optional.of("Bearer " + made.text().reveal());

        Admission.Admitted admitted =
                assertInstanceOf(Admission.Admitted.class, gate.admit(Route.LIST_TOKENS, header));
        assertEquals("王主任", admitted.principal().orElseThrow().owner().name());

        assertTrue(tokens.revoke(made.record().principal().token()));
        assertInstanceOf(Admission.TokenUnknown.class, gate.admit(Route.LIST_TOKENS, header));
    }

    @Test
    void a_token_keeps_whose_it_is() throws FieldException {
        PersonId person = new PersonId(Sm3.of(new byte[1]));
        NewToken clerk = tokens.create(Set.of(Role.CLERK), Owner.person("李明", person));
        NewToken hospital = tokens.create(Set.of(Role.HOSPITAL), Owner.issuer("第一医院", 7));
        NewToken payer = tokens.create(Set.of(Role.PAYER), Owner.payer("医保中心", "basic"));

        assertEquals(person, known(clerk).person());
        assertEquals(7, known(hospital).issuer());
        assertEquals("basic", known(payer).payer());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HOSPITAL", "CITIZEN", "AGENT", "CLERK", "PAYER"})
    void a_role_that_needs_an_owner_is_not_given_to_a_mere_name(Role role) {
        assertThrows(
                FieldException.class, () -> tokens.create(Set.of(role), Owner.named("nobody")));
    }

    @Test
    void a_token_without_roles_is_not_made() {
        assertThrows(FieldException.class, () -> tokens.create(Set.of(), Owner.named("nobody")));
    }

    @Test
    void no_two_tokens_are_alike_and_none_prints_itself() throws FieldException {
        TokenText one = tokens.create(Set.of(Role.ADMIN), Owner.named("a")).text();
        TokenText other = tokens.create(Set.of(Role.ADMIN), Owner.named("a")).text();

        assertNotEquals(one.reveal(), other.reveal());
        assertEquals("TokenText", one.toString());
    }

    private Principal known(NewToken token) {
        return tokens.principal(token.text()).orElseThrow();
    }
}
