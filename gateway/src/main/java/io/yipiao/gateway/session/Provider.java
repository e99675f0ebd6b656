package io.yipiao.gateway.session;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * What a provider publishes of itself (OpenID Connect Discovery 1.0), and its keys, which are kept
 * for a while and fetched anew when a token names one that is not among them.
 *
 * @param validator checks signature, issuer, audience, nonce and times of ID tokens
 */
record Provider(URI authorization, URI token, IDTokenValidator validator) {
    static final int CONNECT_MILLIS = 5_000;
    static final int READ_MILLIS = 5_000;

    private static final int MOST_BYTES = 1 << 20;

    /** Signatures only: a secret that both know, or none, proves nothing of the provider. */
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /** Asks the provider, which must call itself as we do. */
    static Provider discover(URI issuer, ClientID client) {
        try {
            OIDCProviderMetadata about =
                    OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLIS, READ_MILLIS);
            JWSKeySelector<SecurityContext> keys = keys(about.getJWKSetURI());
            return new Provider(
                    Objects.requireNonNull(about.getAuthorizationEndpointURI()),
                    Objects.requireNonNull(about.getTokenEndpointURI()),
                    new IDTokenValidator(about.getIssuer(), client, keys, null));
        } catch (GeneralException | IOException | RuntimeException e) {
            throw new ProviderUnreachable("The OpenID provider does not answer: " + issuer, e);
        }
    }

    private static JWSKeySelector<SecurityContext> keys(URI where) throws MalformedURLException {
        return new JWSVerificationKeySelector<>(
                SIGNATURES,
                JWKSourceBuilder.create(
                                where.toURL(),
                                new DefaultResourceRetriever(
                                        CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
                        .build());
    }
}
