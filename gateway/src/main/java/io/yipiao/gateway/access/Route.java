package io.yipiao.gateway.access;

import static io.yipiao.gateway.access.Role.ADMIN;
import static io.yipiao.gateway.access.Role.AGENT;
import static io.yipiao.gateway.access.Role.AUDITOR;
import static io.yipiao.gateway.access.Role.CITIZEN;
import static io.yipiao.gateway.access.Role.CLERK;
import static io.yipiao.gateway.access.Role.HOSPITAL;
import static io.yipiao.gateway.access.Role.PAYER;
import static io.yipiao.gateway.access.Role.SUPERVISOR;

import java.util.Optional;
import java.util.Set;

/**
 * The one table of routes: every path the server answers and who may use it. It agrees with
 * openapi.yaml, operation for operation, and a request is held against it before anything else is
 * done with it. A route with no role is open to anyone.
 */
public enum Route {
    ENROL_ISSUER("enrolIssuer", "POST", "/api/v1/issuers", ADMIN),
    LIST_ISSUERS("listIssuers", "GET", "/api/v1/issuers", ADMIN, CLERK, SUPERVISOR, AUDITOR),
    GET_ISSUER(
            "getIssuer",
            "GET",
            "/api/v1/issuers/{number}",
            ADMIN,
            HOSPITAL,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    GET_TRUST_LIST("getTrustList", "GET", "/api/v1/trust-list"),

    UPLOAD_BILLS("uploadBills", "POST", "/api/v1/uploads", HOSPITAL),
    GET_UPLOAD("getUpload", "GET", "/api/v1/uploads/{id}", HOSPITAL),
    GET_BILL("getBill", "GET", "/api/v1/bills/{id}", HOSPITAL, CLERK, AUDITOR),
    GET_BILL_QR("getBillQr", "GET", "/api/v1/bills/{id}/qr", HOSPITAL),
    GET_BILL_ANCHOR("getBillAnchor", "GET", "/api/v1/bills/{id}/anchor", HOSPITAL, CLERK, AUDITOR),
    GET_BILL_RECEIPT(
            "getBillReceipt", "GET", "/api/v1/bills/{id}/receipt", HOSPITAL, CLERK, AUDITOR),
    GET_BILL_SEALED_LINE("getBillSealedLine", "GET", "/api/v1/bills/{id}/sealed", HOSPITAL),

    LIST_PAPERS(
            "listPapers", "GET", "/api/v1/bills/{id}/papers", HOSPITAL, CLERK, SUPERVISOR, AUDITOR),
    MOVE_PAPER("movePaper", "PUT", "/api/v1/papers/{id}", HOSPITAL),
    GET_SERIES(
            "getSeries",
            "GET",
            "/api/v1/issuers/{number}/series",
            ADMIN,
            HOSPITAL,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    ROTATE_KEY("rotateKey", "POST", "/api/v1/issuers/{number}/keys", HOSPITAL),

    VERIFY("verify", "POST", "/api/v1/verifications"),
    VERIFY_PICTURE("verifyPicture", "POST", "/api/v1/verifications/picture"),

    SUBMIT_CLAIM("submitClaim", "POST", "/api/v1/claims", CITIZEN, AGENT),
    LIST_CLAIMS("listClaims", "GET", "/api/v1/claims", CITIZEN, AGENT, CLERK, SUPERVISOR),
    GET_CLAIM("getClaim", "GET", "/api/v1/claims/{no}", CITIZEN, AGENT, CLERK, SUPERVISOR, AUDITOR),
    GET_CLAIM_HISTORY(
            "getClaimHistory",
            "GET",
            "/api/v1/claims/{no}/history",
            CITIZEN,
            AGENT,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    GET_CLAIM_SHEET(
            "getClaimSheet",
            "GET",
            "/api/v1/claims/{no}/sheet",
            CITIZEN,
            AGENT,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    GET_CLAIM_RECEIPT(
            "getClaimReceipt",
            "GET",
            "/api/v1/claims/{no}/receipt",
            CITIZEN,
            AGENT,
            CLERK,
            SUPERVISOR,
            AUDITOR,
            PAYER),
    WITHDRAW_CLAIM("withdrawClaim", "POST", "/api/v1/claims/{no}/withdrawal", CITIZEN, AGENT),
    SUPPLEMENT_CLAIM("supplementClaim", "POST", "/api/v1/claims/{no}/supplement", CITIZEN, AGENT),
    DECIDE_CLAIM("decideClaim", "POST", "/api/v1/claims/{no}/decisions", CLERK, SUPERVISOR),
    LIST_RECOVERIES("listRecoveries", "GET", "/api/v1/recoveries", CLERK, SUPERVISOR, AUDITOR),
    GET_RECOVERY(
            "getRecovery",
            "GET",
            "/api/v1/claims/{no}/recovery",
            CITIZEN,
            AGENT,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    FILE_ELSEWHERE("fileElsewhere", "POST", "/api/v1/elsewhere", CITIZEN, AGENT),
    LIST_ELSEWHERE("listElsewhere", "GET", "/api/v1/elsewhere", CLERK, SUPERVISOR),
    GET_ELSEWHERE(
            "getElsewhere",
            "GET",
            "/api/v1/elsewhere/{no}",
            CITIZEN,
            AGENT,
            CLERK,
            SUPERVISOR,
            AUDITOR),
    SETTLE_RECOVERY("settleRecovery", "POST", "/api/v1/claims/{no}/recovery", CLERK, SUPERVISOR),
    REVOKE_STAMP("revokeStamp", "POST", "/api/v1/claims/{no}/revocations", SUPERVISOR),
    AMEND_STAMP("amendStamp", "POST", "/api/v1/claims/{no}/amendments", SUPERVISOR),
    RECORD_ELSEWHERE("recordElsewhere", "POST", "/api/v1/elsewhere/{no}/result", CLERK, SUPERVISOR),
    ASK_ELSEWHERE("askElsewhere", "POST", "/api/v1/elsewhere/{no}/questions", CLERK, SUPERVISOR),
    ANSWER_ELSEWHERE(
            "supplementElsewhere", "POST", "/api/v1/elsewhere/{no}/supplement", CITIZEN, AGENT),
    WITHDRAW_ELSEWHERE(
            "withdrawElsewhere", "POST", "/api/v1/elsewhere/{no}/withdrawal", CITIZEN, AGENT),
    ATTEST("attest", "POST", "/api/v1/attestations", PAYER),
    RECORD_MANDATE("recordMandate", "POST", "/api/v1/mandates", CITIZEN, CLERK),
    LIST_MANDATES("listMandates", "GET", "/api/v1/mandates", CITIZEN, AGENT),
    PUT_ACCOUNT("putAccount", "PUT", "/api/v1/accounts", CITIZEN),
    GET_ACCOUNT("getAccount", "GET", "/api/v1/accounts", CITIZEN),

    STATE_TOTALS("stateControlTotals", "PUT", "/api/v1/control-totals", ADMIN),
    LIST_TOTALS("listControlTotals", "GET", "/api/v1/control-totals", ADMIN, SUPERVISOR, AUDITOR),
    LIST_ALARMS("listAlarms", "GET", "/api/v1/alarms", ADMIN, AUDITOR),
    TAKE_ALARM("takeAlarm", "POST", "/api/v1/alarms/{id}/taking", ADMIN),
    CLOSE_ALARM("closeAlarm", "POST", "/api/v1/alarms/{id}/closing", ADMIN),

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
        return open() || principal.stream().anyMatch(known -> known.isAny(roles));
    }
}
