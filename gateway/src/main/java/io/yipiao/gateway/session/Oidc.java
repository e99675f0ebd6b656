package io.yipiao.gateway.session;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.settings.OidcSettings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signing in with an OpenID provider. Whoever comes back gets an account with the roles the
 * provider gives him today; of his identity number only the keyed hash is kept.
 */
public final class Oidc {
    private static final Logger LOG = Logger.getLogger(Oidc.class.getName());

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final ProviderTalk talk;
    private final ClaimedPerson person;
    private final PendingErrands pending;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    /**
     * Reads the client's secret, and asks the provider nothing yet.
     *
     * @param redirect where the provider sends browsers back, an address of ours it knows
     */
    public Oidc(
            OidcSettings settings,
            URI redirect,
            Database database,
            Secrets secrets,
            Sessions sessions) {
        this.talk = new ProviderTalk(settings, redirect);
        this.person = new ClaimedPerson(settings, secrets.people());
        this.pending = new PendingErrands(database, secrets.personal());
        this.accounts = new AccountStore(database, secrets.personal());
        this.sessions = sessions;
    }

    /**
     * Sends a browser to the provider.
     *
     * @param back the path he was at
     * @throws FieldException naming {@code back} if it is not a path on this gateway
     * @throws ProviderUnreachable if the provider does not answer
     */
    public Redirect begin(String back) throws FieldException {
        return begin(back, false);
    }

    /**
     * The same, where he must sign in once more although the provider knows him: the session that
     * then begins confirms grave changes for a while.
     */
    public Redirect beginAnew(String back) throws FieldException {
        return begin(back, true);
    }

    private Redirect begin(String back, boolean anew) throws FieldException {
        Back path = Back.of(back);
        SessionText state = SessionText.generate(random);
        Errand errand = new Errand(SessionText.generate(random));
        URI to = talk.request(state, errand, anew);
        pending.add(state, errand, path, anew);
        return new Redirect(to, errand.browser().reveal());
    }

    /**
     * Takes a browser that comes back. What it brings is good once.
     *
     * @param answer the address it came to, with its query
     * @param cookieText what it holds, of any shape
     */
    public Arrival finish(URI answer, String cookieText) {
        try {
            return arrive(answer, cookieText);
        } catch (RefusedArrival e) {
            LOG.log(Level.INFO, "not signed in with the OpenID provider: " + e.reason());
            return new Arrival.Refused(e.reason());
        } catch (ProviderUnreachable e) {
            LOG.log(Level.WARNING, e.getMessage());
            return new Arrival.Refused(Arrival.Reason.PROVIDER_UNREACHABLE);
        }
    }

    private Arrival arrive(URI uri, String cookieText) throws RefusedArrival {
        AuthenticationResponse answer = read(uri);
        Errand errand = new Errand(held(cookieText));
        Awaited awaited =
                pending.take(state(answer), errand)
                        .orElseThrow(() -> new RefusedArrival(Arrival.Reason.STATE_UNKNOWN));
        if (!(answer instanceof AuthenticationSuccessResponse success)
                || success.getAuthorizationCode() == null) {
            throw new RefusedArrival(Arrival.Reason.PROVIDER_REFUSED);
        }
        IDTokenClaimsSet claims = talk.claims(success.getAuthorizationCode(), errand);
        if (awaited.anew() && !signedInSince(awaited.begunAt(), claims)) {
            throw new RefusedArrival(Arrival.Reason.NOT_ANEW);
        }
        SignedIn who = account(claims);
        SessionText session =
                awaited.anew() ? sessions.beginAnew(who.account()) : sessions.begin(who.account());
        return new Arrival.Entered(session, who, awaited.back());
    }

    /** Refuses an answer that names another provider (RFC 9207). */
    private AuthenticationResponse read(URI uri) throws RefusedArrival {
        try {
            AuthenticationResponse answer = AuthenticationResponseParser.parse(uri);
            Optional<Issuer> issuer = Optional.ofNullable(answer.getIssuer());
            if (issuer.isPresent() && !issuer.get().equals(new Issuer(talk.issuer()))) {
                throw new RefusedArrival(Arrival.Reason.ANSWER_MALFORMED);
            }
            return answer;
        } catch (ParseException e) {
            throw new RefusedArrival(Arrival.Reason.ANSWER_MALFORMED, e);
        }
    }

    /** Core 2: {@code auth_time}, in whole seconds of a clock that may differ from ours. */
    private static boolean signedInSince(Instant begun, IDTokenClaimsSet claims) {
        Date signedIn = claims.getAuthenticationTime();
        return signedIn != null && signedIn.toInstant().isAfter(begun.minus(CLOCKS_DIFFER));
    }

    private static SessionText state(AuthenticationResponse answer) throws RefusedArrival {
        return held(answer.getState() == null ? "" : answer.getState().getValue());
    }

    private static SessionText held(String text) throws RefusedArrival {
        return SessionText.ofCookie(text)
                .orElseThrow(() -> new RefusedArrival(Arrival.Reason.STATE_UNKNOWN));
    }

    private SignedIn account(IDTokenClaimsSet claims) throws RefusedArrival {
        Set<Role> roles = person.roles(claims);
        UUID id = UUID.randomUUID();
        Principal principal = new Principal(id, roles, person.owner(claims, roles));
        return accounts.put(new SignedIn(id, ClaimedPerson.login(claims), principal));
    }
}
