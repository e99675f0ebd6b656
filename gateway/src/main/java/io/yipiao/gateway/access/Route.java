package io.yipiao.gateway.access;

import static io.yipiao.gateway.access.Role.ADMIN;
import static io.yipiao.gateway.access.Role.AUDITOR;

import java.util.Optional;
import java.util.Set;

/**
 * The one table of routes: every path the server answers and who may use it. It agrees with
 * openapi.yaml, operation for operation, and a request is held against it before anything else is
 * done with it. A route with no role is open to anyone.
 */
public enum Route {
    CREATE_TOKEN("createToken", "POST", "/api/v1/tokens", ADMIN),
    LIST_TOKENS("listTokens", "GET", "/api/v1/tokens", ADMIN, AUDITOR),
    REVOKE_TOKEN("revokeToken", "DELETE", "/api/v1/tokens/{id}", ADMIN),

    LIVE("live", "GET", "/health/live"),
    READY("ready", "GET", "/health/ready"),
    METRICS("metrics", "GET", "/metrics", ADMIN, AUDITOR),
    CONTRACT_AS_JSON("contractAsJson", "GET", "/openapi.json"),
    CONTRACT_AS_YAML("contractAsYaml", "GET", "/openapi.yaml"),
    API_PAGE("apiPage", "GET", "/api"),
    API_PAGE_FILE("apiPageFile", "GET", "/api/{file}");

    private final String operation;
    private final String method;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Role> roles;

    Route(String operation, String method, String path, Role... roles) {
        this.operation = operation;
        this.method = method;
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** The contract's operationId. */
    public String operation() {
        return operation;
    }

    /** An HTTP method. */
    public String method() {
        return method;
    }

    /** A path as the contract spells it, parameters in braces. */
    public String path() {
        return path;
    }

    /** Who may use it; nobody in particular if it is open. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether anyone may use it, without a token. */
    public boolean open() {
        return roles.isEmpty();
    }

    /** Whether a principal, or a stranger, may use it. */
    boolean admits(Optional<Principal> principal) {
        return open()
                || principal.stream()
                        .flatMap(known -> known.roles().stream())
                        .anyMatch(roles::contains);
    }
}
