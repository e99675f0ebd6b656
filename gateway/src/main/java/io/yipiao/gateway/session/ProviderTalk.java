package io.yipiao.gateway.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

import io.yipiao.gateway.settings.OidcSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/**
 * What is said to the provider and what it answers: OpenID Connect Core 1.0, code flow, with RFC
 * 7636. The provider is asked about itself when it is needed first, so that a gateway starts
 * without it.
 */
final class ProviderTalk {
    private final URI issuer;
    private final ClientID client;
    private final Secret secret;
    private final URI redirect;
    private volatile @Nullable Provider known;

    ProviderTalk(OidcSettings settings, URI redirect) {
        this.issuer = settings.issuer();
        this.client = new ClientID(settings.client());
        this.secret = secretIn(settings);
        this.redirect = redirect;
    }

    URI issuer() {
        return issuer;
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param anew whether the provider is to ask him although it knows him, and to say when (Core
     *     3.1.2.1: {@code prompt}, {@code max_age})
     */
    URI request(SessionText state, Errand errand, boolean anew) {
        AuthenticationRequest.Builder request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE, new Scope("openid", "profile"), client, redirect)
                        .endpointURI(provider().authorization())
                        .state(new State(state.reveal()))
                        .nonce(errand.nonce())
                        .codeChallenge(errand.verifier(), CodeChallengeMethod.S256);
        if (anew) {
            request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        }
        return request.build().toURI();
    }

    /** Turns a code into what the provider says of its bearer, all of it checked. */
    IDTokenClaimsSet claims(AuthorizationCode code, Errand errand) throws RefusedArrival {
        OIDCTokenResponse tokens = tokens(code, errand);
        try {
            IDTokenClaimsSet claims =
                    provider()
                            .validator()
                            .validate(tokens.getOIDCTokens().getIDToken(), errand.nonce());
            // Core 3.1.3.7, 3: no audience besides us is one we trust; the library lets others be.
            if (!claims.getAudience().equals(new Audience(client).toSingleAudienceList())) {
                throw new RefusedArrival(Arrival.Reason.TOKEN_REFUSED);
            }
            return claims;
        } catch (KeySourceException e) {
            throw new RefusedArrival(Arrival.Reason.PROVIDER_UNREACHABLE, e);
        } catch (BadJOSEException | JOSEException e) {
            throw new RefusedArrival(Arrival.Reason.TOKEN_REFUSED, e);
        }
    }

    private OIDCTokenResponse tokens(AuthorizationCode code, Errand errand) throws RefusedArrival {
        HTTPRequest request =
                new TokenRequest.Builder(
                                provider().token(),
                                new ClientSecretBasic(client, secret),
                                new AuthorizationCodeGrant(code, redirect, errand.verifier()))
                        .build()
                        .toHTTPRequest();
        request.setConnectTimeout(Provider.CONNECT_MILLIS);
        request.setReadTimeout(Provider.READ_MILLIS);
        request.setFollowRedirects(false);
        try {
            return read(request.send());
        } catch (IOException e) {
            throw new RefusedArrival(Arrival.Reason.PROVIDER_UNREACHABLE, e);
        }
    }

    private static OIDCTokenResponse read(HTTPResponse answer) throws RefusedArrival {
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (response.toSuccessResponse() instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens;
            }
            throw new RefusedArrival(Arrival.Reason.CODE_REFUSED);
        } catch (ParseException | ClassCastException e) {
            throw new RefusedArrival(Arrival.Reason.CODE_REFUSED, e);
        }
    }

    /** Two who ask at the same time may both discover it, which does no harm. */
    private Provider provider() {
        Provider now = known;
        if (now == null) {
            now = Provider.discover(issuer, client);
            known = now;
        }
        return now;
    }

    private static Secret secretIn(OidcSettings settings) {
        try {
            return new Secret(Files.readAllLines(settings.secretFile()).getFirst().strip());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The client's secret cannot be read: " + settings.secretFile(), e);
        }
    }
}
