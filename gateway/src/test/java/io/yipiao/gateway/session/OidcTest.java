package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.session.Arrival.Reason;
import io.yipiao.gateway.settings.OidcSettings;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

class OidcTest {
    private static final URI REDIRECT = URI.create("https://yipiao.example/sign-in/back");
    private static final String BACK = "/claims?state=open";

    @TempDir private Path folder;
    private SessionWorld world;
    private TestProvider provider;
    private Oidc oidc;

    @BeforeEach
    void open() throws IOException {
        world = new SessionWorld(folder.resolve("keys"));
        provider = new TestProvider();
        provider.claims = OidcTest::clerk;
        oidc = oidc(provider.issuer());
    }

    @AfterEach
    void close() {
        provider.close();
        world.close();
    }

    @Test
    void whoever_the_provider_lets_in_has_the_roles_it_gives_him_and_is_where_he_was()
            throws FieldException {
        Arrival.Entered entered = entered();

        assertEquals(new Back(BACK), entered.back());
        assertEquals(Set.of(Role.CLERK), entered.who().principal().roles());
        assertEquals(world.owner(), entered.who().principal().owner());
        assertEquals(Optional.of(entered.who()), world.sessions.visitor(entered.text().reveal()));
    }

    @Test
    void the_same_subject_has_the_same_account_with_todays_roles() throws FieldException {
        SignedIn first = entered().who();
        provider.claims =
                builder ->
                        builder.claim("name", "第一医院")
                                .claim("yipiao_roles", "hospital unheard-of")
                                .claim("hospital", 7);

        SignedIn second = entered().who();

        assertEquals(first.account(), second.account());
        assertEquals(Set.of(Role.HOSPITAL), second.principal().roles());
        assertEquals(Owner.issuer("第一医院", 7), second.principal().owner());
    }

    @Test
    void the_database_shows_neither_subject_nor_name_nor_number_nor_where_he_was()
            throws FieldException {
        Redirect redirect = oidc.begin("/Q/ABCDEFGH");
        entered();

        String tables = world.table("account") + world.table("oidc_pending");
        for (String secret :
                List.of(
                        TestProvider.SUBJECT,
                        "李明",
                        "990000197611110067",
                        "/Q/ABCDEFGH",
                        redirect.cookieText())) {
            assertFalse(tables.contains(secret), secret);
        }
    }

    @Test
    void whoever_is_sent_to_sign_in_once_more_confirms_himself_for_ten_minutes()
            throws FieldException {
        provider.claims = builder -> clerk(builder).claim("auth_time", seconds(0));
        Redirect redirect = oidc.beginAnew(BACK);
        String asked = redirect.to().getQuery();
        assertTrue(asked.contains("prompt=login") && asked.contains("max_age=0"), asked);

        String session = entered(redirect).text().reveal();
        assertTrue(world.sessions.isConfirmed(session));
        world.pass("10 minutes");
        assertFalse(world.sessions.isConfirmed(session));
        assertFalse(world.sessions.isConfirmed(entered().text().reveal()));
    }

    @Test
    void a_provider_that_did_not_ask_him_once_more_confirms_nothing() throws FieldException {
        provider.claims = builder -> clerk(builder).claim("auth_time", seconds(-120));
        Redirect before = oidc.beginAnew(BACK);
        assertEquals(
                new Arrival.Refused(Reason.NOT_ANEW),
                oidc.finish(provider.letIn(before.to()), before.cookieText()));

        provider.claims = OidcTest::clerk;
        Redirect unsaid = oidc.beginAnew(BACK);
        assertEquals(
                new Arrival.Refused(Reason.NOT_ANEW),
                oidc.finish(provider.letIn(unsaid.to()), unsaid.cookieText()));
        assertEquals("", world.table("session"));
    }

    private Arrival.Entered entered(Redirect redirect) {
        return assertInstanceOf(
                Arrival.Entered.class,
                oidc.finish(provider.letIn(redirect.to()), redirect.cookieText()));
    }

    private static long seconds(int from) {
        return Instant.now().plusSeconds(from).getEpochSecond();
    }

    @Test
    void no_password_opens_an_account_of_the_provider() throws FieldException {
        SignedIn who = entered().who();

        assertEquals(new Entry.Wrong(), world.signIn.enter(who.login(), "nobody's password"));
        assertFalse(world.accounts.confirms(who.account(), "nobody's password"));
    }

    @Test
    void a_token_with_another_nonce_is_refused() throws FieldException {
        refused(Reason.TOKEN_REFUSED, builder -> builder.claim("nonce", "another"));
        refused(Reason.TOKEN_REFUSED, builder -> builder.claim("nonce", null));
    }

    @Test
    void a_token_for_another_client_is_refused() throws FieldException {
        refused(Reason.TOKEN_REFUSED, builder -> builder.audience("another"));
        refused(
                Reason.TOKEN_REFUSED,
                builder -> builder.audience(List.of(TestProvider.CLIENT, "another")));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws FieldException {
        refused(Reason.TOKEN_REFUSED, builder -> builder.issuer("https://another.example"));
    }

    @Test
    void a_token_that_expired_is_refused() throws FieldException {
        Date twoMinutesAgo = Date.from(Instant.now().minusSeconds(120));

        refused(Reason.TOKEN_REFUSED, builder -> builder.expirationTime(twoMinutesAgo));
    }

    @Test
    void a_token_signed_with_another_key_is_refused() throws FieldException {
        provider.signer = TestProvider.newKey();
        assertEquals(new Arrival.Refused(Reason.TOKEN_REFUSED), arrive());

        provider.signer = provider.key();
        entered();
    }

    @Test
    void who_has_no_role_that_we_know_is_refused() throws FieldException {
        refused(Reason.NO_ROLE, builder -> builder.claim("yipiao_roles", List.of("cook")));
        refused(Reason.NO_ROLE, builder -> builder.claim("yipiao_roles", List.of()));
        refused(Reason.NO_ROLE, builder -> builder.claim("yipiao_roles", null));
        assertEquals("", world.table("account"));
    }

    @Test
    void who_lacks_what_his_role_needs_is_refused() throws FieldException {
        refused(Reason.CLAIMS_INCOMPLETE, builder -> builder.claim("id_number", null));
        refused(Reason.CLAIMS_INCOMPLETE, builder -> builder.claim("name", " "));
        refused(Reason.CLAIMS_INCOMPLETE, builder -> builder.claim("hospital", "seven"));
    }

    @Test
    void a_state_is_good_once() throws FieldException {
        Redirect redirect = oidc.begin(BACK);
        URI answer = provider.letIn(redirect.to());
        assertInstanceOf(Arrival.Entered.class, oidc.finish(answer, redirect.cookieText()));

        URI second = provider.letIn(redirect.to());

        assertEquals(
                new Arrival.Refused(Reason.STATE_UNKNOWN),
                oidc.finish(answer, redirect.cookieText()));
        assertEquals(
                new Arrival.Refused(Reason.STATE_UNKNOWN),
                oidc.finish(second, redirect.cookieText()));
    }

    @Test
    void a_code_that_was_used_opens_nothing_under_a_new_state() throws FieldException {
        Redirect first = oidc.begin(BACK);
        URI answer = provider.letIn(first.to());
        assertInstanceOf(Arrival.Entered.class, oidc.finish(answer, first.cookieText()));
        Redirect second = oidc.begin(BACK);

        URI replayed = withStateOf(second, answer);

        assertEquals(
                new Arrival.Refused(Reason.CODE_REFUSED),
                oidc.finish(replayed, second.cookieText()));
    }

    @Test
    void a_code_of_another_browser_opens_nothing() throws FieldException {
        URI stolen = provider.letIn(oidc.begin(BACK).to());
        Redirect own = oidc.begin(BACK);

        assertEquals(
                new Arrival.Refused(Reason.CODE_REFUSED),
                oidc.finish(withStateOf(own, stolen), own.cookieText()));
    }

    @Test
    void a_state_is_one_browsers_and_another_does_not_use_it_up() throws FieldException {
        Redirect redirect = oidc.begin(BACK);
        URI answer = provider.letIn(redirect.to());

        for (String other : List.of("", oidc.begin(BACK).cookieText())) {
            assertEquals(new Arrival.Refused(Reason.STATE_UNKNOWN), oidc.finish(answer, other));
        }
        assertInstanceOf(Arrival.Entered.class, oidc.finish(answer, redirect.cookieText()));
    }

    @Test
    void nobody_is_waited_for_longer_than_ten_minutes() throws FieldException {
        Redirect redirect = oidc.begin(BACK);
        world.database.changeInTransaction(tx ->
                tx.execute("UPDATE oidc_pending SET begun_at = now() - interval '601 seconds'"));

        assertEquals(
                new Arrival.Refused(Reason.STATE_UNKNOWN),
                oidc.finish(provider.letIn(redirect.to()), redirect.cookieText()));

        oidc.begin(BACK);
        assertEquals(1, world.table("oidc_pending").lines().count());
    }

    @Test
    void who_is_turned_away_or_brings_no_answer_is_refused() throws FieldException {
        Redirect redirect = oidc.begin(BACK);

        assertEquals(
                new Arrival.Refused(Reason.ANSWER_MALFORMED),
                oidc.finish(REDIRECT, redirect.cookieText()));
        assertEquals(
                new Arrival.Refused(Reason.ANSWER_MALFORMED),
                oidc.finish(
                        URI.create(provider.letIn(redirect.to()) + "&iss=https://another.example"),
                        redirect.cookieText()));
        assertEquals(
                new Arrival.Refused(Reason.PROVIDER_REFUSED),
                oidc.finish(provider.turnAway(redirect.to()), redirect.cookieText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "claims",
                "https://another.example/",
                "//another.example/",
                "/\\another.example/",
                "\\\\another.example",
                "/\t/another.example",
                "javascript:alert(1)",
                "/claims\r\nSet-Cookie: a=b",
                "/李明"
            })
    void a_way_back_to_another_host_is_refused(String back) {
        assertEquals("back", assertThrows(FieldException.class, () -> oidc.begin(back)).field());
    }

    @Test
    void a_provider_that_does_not_answer_is_said_so_and_asked_again() throws Exception {
        Redirect redirect = oidc.begin(BACK);
        URI answer = provider.letIn(redirect.to());
        Oidc restarted = oidc(provider.issuer());
        provider.close();

        assertThrows(ProviderUnreachable.class, () -> restarted.begin(BACK));
        assertEquals(
                new Arrival.Refused(Reason.PROVIDER_UNREACHABLE),
                oidc.finish(answer, redirect.cookieText()));
        assertTrue(world.table("session").isEmpty());
    }

    private Oidc oidc(URI issuer) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), TestProvider.SECRET + "\n");
        OidcSettings settings =
                new OidcSettings(
                        issuer,
                        TestProvider.CLIENT,
                        secret,
                        "yipiao_roles",
                        Optional.of("id_number"),
                        Optional.of("hospital"),
                        Optional.empty());
        return new Oidc(settings, REDIRECT, world.database, world.secrets, world.sessions);
    }

    private static JWTClaimsSet.Builder clerk(JWTClaimsSet.Builder builder) {
        return builder.claim("name", "李明")
                .claim("yipiao_roles", List.of("CLERK", "unheard-of"))
                .claim("id_number", "990000 19761111 0067");
    }

    private Arrival arrive() throws FieldException {
        Redirect redirect = oidc.begin(BACK);
        return oidc.finish(provider.letIn(redirect.to()), redirect.cookieText());
    }

    private Arrival.Entered entered() throws FieldException {
        return assertInstanceOf(Arrival.Entered.class, arrive());
    }

    /** A clerk's token with one thing spoilt. */
    private void refused(Reason reason, UnaryOperator<JWTClaimsSet.Builder> spoil)
            throws FieldException {
        provider.claims = builder -> spoil.apply(clerk(builder));
        assertEquals(new Arrival.Refused(reason), arrive());
    }

    private static URI withStateOf(Redirect redirect, URI answer) {
        String state = redirect.to().getRawQuery().replaceAll(".*(?:^|&)(state=[^&]*).*", "$1");
        return URI.create(answer.toString().replaceAll("state=[^&]*", state));
    }
}
