package io.yipiao.gateway.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one table of pages: every path that people open with a browser and who may. A page that only
 * the demonstration has is not there at all elsewhere.
 */
public enum Page {
    HOME("GET", "/"),
    VIEW("POST", "/view"),
    SCAN("GET", "/scan"),
    READ_PICTURE("POST", "/scan"),
    READ_FRAME("POST", "/scan/frame"),
    CHECK("GET", "/check"),
    CHECK_FACE("POST", "/check"),
    SHOW_BILL("GET", "/Q/{text}"),
    REMEMBERED_BILL("GET", "/Q"),
    DIFFERS("GET", "/Q/{text}/differs"),
    REPORT_DIFFERENCE("POST", "/Q/{text}/differs"),
    SIGN_IN("GET", "/sign-in"),
    SIGNING_IN("POST", "/sign-in"),
    TO_PROVIDER("GET", "/sign-in/provider"),
    FROM_PROVIDER("GET", "/sign-in/back"),
    SIGN_OUT("POST", "/sign-out", Role.values()),
    DESK("GET", "/desk", Role.CLERK, Role.SUPERVISOR),
    DESK_SCAN("POST", "/desk", Role.CLERK, Role.SUPERVISOR),
    DESK_BILL("GET", "/desk/bills/{index}", Role.CLERK, Role.SUPERVISOR),
    DESK_NEAR("GET", "/desk/bills/{index}/near/{other}", Role.CLERK, Role.SUPERVISOR),
    DESK_ACCEPT("POST", "/desk/bills/{index}", Role.CLERK, Role.SUPERVISOR),
    DESK_CASE("GET", "/desk/claims/{no}", Role.CLERK, Role.SUPERVISOR),
    DECIDE_CASE("POST", "/desk/claims/{no}", Role.CLERK, Role.SUPERVISOR),
    CONFIRMING("GET", "/desk/claims/{no}/confirm", Role.CLERK, Role.SUPERVISOR),
    CONFIRM_RULING("POST", "/desk/claims/{no}/confirm", Role.CLERK, Role.SUPERVISOR),
    SHOW_DIAGNOSES("POST", "/desk/claims/{no}/diagnoses", Role.CLERK, Role.SUPERVISOR),
    RECOVERIES("GET", "/desk/recoveries", Role.CLERK, Role.SUPERVISOR),
    RECOVERY("GET", "/desk/recoveries/{no}", Role.CLERK, Role.SUPERVISOR),
    CLOSE_RECOVERY("POST", "/desk/recoveries/{no}", Role.CLERK, Role.SUPERVISOR),
    STAMP("GET", "/desk/claims/{no}/stamp", Role.SUPERVISOR),
    CORRECT_STAMP("POST", "/desk/claims/{no}/stamp", Role.SUPERVISOR),
    DESK_ELSEWHERE("GET", "/desk/elsewhere", Role.CLERK, Role.SUPERVISOR),
    DESK_FOREIGN_BILL("GET", "/desk/elsewhere/{no}", Role.CLERK, Role.SUPERVISOR),
    RECORD_RESULT("POST", "/desk/elsewhere/{no}", Role.CLERK, Role.SUPERVISOR),
    ASK_ELSEWHERE("POST", "/desk/elsewhere/{no}/question", Role.CLERK, Role.SUPERVISOR),
    FOREIGN_FILE("GET", "/desk/elsewhere/{no}/file", Role.CLERK, Role.SUPERVISOR),
    AUDIT("GET", "/audit", Role.AUDITOR),
    AUDIT_EXPORT("GET", "/audit/export.csv", Role.AUDITOR),
    AUDIT_ANCHORED("GET", "/audit/anchored.csv", Role.AUDITOR),
    AUDIT_CASE("GET", "/audit/claims/{no}", Role.AUDITOR),
    AUDIT_BILL("GET", "/audit/bills/{index}", Role.AUDITOR),
    AUDIT_NEAR("GET", "/audit/bills/{index}/near/{other}", Role.AUDITOR),
    BUREAU("GET", "/bureau", Role.ADMIN),
    ALARMS("GET", "/bureau/alarms", Role.ADMIN),
    ALARM("GET", "/bureau/alarms/{id}", Role.ADMIN),
    TAKE_ALARM("POST", "/bureau/alarms/{id}/take", Role.ADMIN),
    CLOSE_ALARM("POST", "/bureau/alarms/{id}/close", Role.ADMIN),
    BUREAU_HOSPITALS("GET", "/bureau/hospitals", Role.ADMIN),
    BUREAU_LEDGER("GET", "/bureau/ledger", Role.ADMIN, Role.SUPERVISOR),
    FREEZE("POST", "/bureau/ledger/freeze", Role.ADMIN, Role.SUPERVISOR),
    ASK_LIFT("POST", "/bureau/ledger/{id}/lift", Role.ADMIN, Role.SUPERVISOR),
    DECIDE_LIFT("POST", "/bureau/ledger/{id}/lift/{n}", Role.ADMIN, Role.SUPERVISOR),
    BILLS("GET", "/bills", Role.CITIZEN, Role.AGENT),
    CLAIM_BILLS("POST", "/bills", Role.CITIZEN, Role.AGENT),
    SEE_DIAGNOSES("POST", "/bills/{id}/diagnoses", Role.CITIZEN, Role.AGENT),
    ELSEWHERE("GET", "/elsewhere", Role.CITIZEN, Role.AGENT),
    BEGIN_ELSEWHERE("POST", "/elsewhere/begin", Role.CITIZEN, Role.AGENT),
    FILE_ELSEWHERE("POST", "/elsewhere", Role.CITIZEN, Role.AGENT),
    WITHDRAW_ELSEWHERE("POST", "/elsewhere/{no}/withdraw", Role.CITIZEN, Role.AGENT),
    CLAIM_BILL("POST", "/claims", Role.CITIZEN, Role.AGENT),
    CLAIMS("GET", "/claims", Role.CITIZEN, Role.AGENT),
    CLAIM("GET", "/claims/{no}", Role.CITIZEN, Role.AGENT),
    CLAIM_LIVE("GET", "/claims/{no}/live", Role.CITIZEN, Role.AGENT),
    WITHDRAW("GET", "/claims/{no}/withdraw", Role.CITIZEN, Role.AGENT),
    WITHDRAWING("POST", "/claims/{no}/withdraw", Role.CITIZEN, Role.AGENT),
    SUPPLEMENT("GET", "/claims/{no}/supplement", Role.CITIZEN, Role.AGENT),
    SUPPLEMENTING("POST", "/claims/{no}/supplement", Role.CITIZEN, Role.AGENT),
    SHEET(
            "GET",
            "/claims/{no}/sheet",
            Role.CITIZEN,
            Role.AGENT,
            Role.CLERK,
            Role.SUPERVISOR,
            Role.AUDITOR),
    NOTICE("GET", "/claims/{no}/notice", Role.CITIZEN, Role.AGENT, Role.CLERK, Role.SUPERVISOR),
    RECEIPT("GET", "/receipts/{id}", Role.values()),
    RECEIPT_FILE("GET", "/receipts/{id}/file", Role.values()),
    HOSPITAL("GET", "/hospital", Role.HOSPITAL),
    UPLOAD_FILE("POST", "/hospital", Role.HOSPITAL),
    UPLOADS_LIVE("GET", "/hospital/live", Role.HOSPITAL),
    UPLOAD("GET", "/hospital/uploads/{id}", Role.HOSPITAL),
    UPLOAD_LIVE("GET", "/hospital/uploads/{id}/live", Role.HOSPITAL),
    FAULTY_LINES("GET", "/hospital/uploads/{id}/faulty", Role.HOSPITAL),
    UPLOAD_CODES("GET", "/hospital/uploads/{id}/codes", Role.HOSPITAL),
    UPLOAD_FACES("GET", "/hospital/uploads/{id}/faces", Role.HOSPITAL),
    UPLOAD_RECEIPTS("GET", "/hospital/uploads/{id}/receipts", Role.HOSPITAL),
    HOSPITAL_BILL("GET", "/hospital/bills/{id}", Role.HOSPITAL),
    BILL_CODE("GET", "/hospital/bills/{id}/code", Role.HOSPITAL),
    RED("GET", "/hospital/bills/{id}/red", Role.HOSPITAL),
    RED_BILL("POST", "/hospital/bills/{id}/red", Role.HOSPITAL),
    EXCHANGE("GET", "/hospital/bills/{id}/exchange", Role.HOSPITAL),
    EXCHANGE_BILL("POST", "/hospital/bills/{id}/exchange", Role.HOSPITAL),
    MOVE_PAPER("POST", "/hospital/papers/{id}", Role.HOSPITAL),
    SERIES("GET", "/hospital/series", Role.HOSPITAL),
    KEYS("GET", "/hospital/keys", Role.HOSPITAL),
    RENEW_KEY("POST", "/hospital/keys", Role.HOSPITAL),
    ROTATION_FILE("POST", "/hospital/keys/file", Role.HOSPITAL),
    HOSPITAL_RECEIPT("GET", "/hospital/bills/{id}/receipt", Role.HOSPITAL),
    FAMILY("GET", "/family", Role.CITIZEN, Role.AGENT),
    ADD_MANDATE("POST", "/family", Role.CITIZEN, Role.AGENT),
    REVOKE_MANDATE("POST", "/family/{id}/revoke", Role.CITIZEN, Role.AGENT),
    ME("GET", "/me", Role.values()),
    CHANGE_ACCOUNT("POST", "/me/account", Role.CITIZEN, Role.AGENT),
    CHANGE_PHONE("POST", "/me/phone", Role.CITIZEN, Role.AGENT),
    CHANGE_PASSWORD("POST", "/me/password", Role.values()),
    MESSAGES("GET", "/messages", Role.values()),
    READ_MESSAGES("POST", "/messages", Role.values()),
    INBOX("GET", "/inbox"),
    WINDOW("GET", "/hospital/window", Role.HOSPITAL),
    WINDOW_IDENTIFY("POST", "/hospital/window", Role.HOSPITAL),
    WINDOW_SHEET("GET", "/hospital/window/claims/{no}", Role.HOSPITAL),
    WINDOW_VISIT("GET", "/hospital/window/{id}", Role.HOSPITAL),
    WINDOW_FILE("POST", "/hospital/window/{id}", Role.HOSPITAL),
    WINDOW_RECEIPT("GET", "/hospital/window/{id}/receipt", Role.HOSPITAL),
    STYLE_GUIDE("GET", "/style"),
    ASSET("GET", "/assets/{file}");

    private static final Set<Page> DEMONSTRATION = EnumSet.of(STYLE_GUIDE, INBOX);

    private static final Set<String> SHOWN =
            Arrays.stream(values())
                    .filter(page -> page.method.equals("GET"))
                    .map(Page::path)
                    .collect(Collectors.toUnmodifiableSet());

    private final String method;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Role> roles;

    Page(String method, String path, Role... roles) {
        this.method = method;
        this.path = path;
        this.roles = Set.of(roles);
    }

    public String method() {
        return method;
    }

    /** Its path, parameters in braces. */
    public String path() {
        return path;
    }

    /** Who may open it; nobody in particular if it is open. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether anyone may open it, without signing in. */
    public boolean open() {
        return roles.isEmpty();
    }

    /** Whether a browser can open its path, from its address line or after signing in. */
    public boolean shown() {
        return SHOWN.contains(path);
    }

    /** Whether what is typed there is worth keeping when the session is over, and no secret. */
    public boolean kept() {
        return this == CONFIRM_RULING || this == DECIDE_CASE;
    }

    /** Whether only the demonstration has it. */
    public boolean demonstrationOnly() {
        return DEMONSTRATION.contains(this);
    }

    /** Whether a visitor, or a stranger, may open it. */
    public boolean admits(Optional<Principal> visitor) {
        return open() || visitor.stream().anyMatch(known -> known.isAny(roles));
    }
}
