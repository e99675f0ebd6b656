package io.yipiao.gateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An OpenID provider that people may sign in with.
 *
 * @param issuer its issuer identifier; below it stands {@code /.well-known/openid-configuration}
 * @param client our client id there
 * @param secretFile a file whose first line is the client's secret
 * @param rolesClaim lists roles, named as {@code Role} names them; others are passed over
 * @param idNumberClaim a person's resident identity number
 * @param hospitalClaim a hospital's number on the ledger
 * @param payerClaim a payer's id on the ledger
 */
public record OidcSettings(
        URI issuer,
        String client,
        Path secretFile,
        String rolesClaim,
        Optional<String> idNumberClaim,
        Optional<String> hospitalClaim,
        Optional<String> payerClaim) {}
