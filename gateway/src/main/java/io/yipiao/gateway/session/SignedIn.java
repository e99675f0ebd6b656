package io.yipiao.gateway.session;

import io.yipiao.gateway.access.Principal;

import java.util.UUID;

/**
 * Somebody who signed in.
 *
 * @param account his account's id, which may be logged
 * @param login what he signs in with; {@code oidc:} and 64 hexadecimal digits if he comes from an
 *     OpenID provider
 * @param principal what he may do; its token is the account's id
 */
public record SignedIn(UUID account, String login, Principal principal) {}
