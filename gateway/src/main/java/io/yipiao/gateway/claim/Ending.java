package io.yipiao.gateway.claim;

/** How a ruling ends, before the claim is shown. */
enum Ending {
    DONE,
    OWN_CLAIM,
    TAKEN_IN,
    NOT_WAITING,
    FOR_SUPERVISOR,
    SHEET_CHANGED
}
