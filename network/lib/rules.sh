# shellcheck shell=bash
# The registry's first rules, and the second administrator's confirmation.

# On a new ledger the rules are set, by Insurance and then Finance. On one that has them the same call is answered
# ALREADY and still goes through endorsement, ordering and commit: so `up` always returns after a transaction of its own.
first_transaction() {
    local rules answer
    rules=$(index_key_rules)
    answer=$(invoke insurance admin setRules "$rules") || fail "setRules by Insurance: $answer"
    case $answer in
        *ALREADY*) ;;
        *PENDING*)
            answer=$(invoke finance admin setRules "$rules") || fail "setRules by Finance: $answer"
            [[ $answer == *DONE* || $answer == *ALREADY* ]] || fail "setRules by Finance: expected DONE, found $answer" ;;
        *) fail "setRules by Insurance: expected PENDING or ALREADY, found $answer" ;;
    esac
}

# {"indexKeys":{"20":"16 hex digits",…}}: which index keys are the right ones, without saying what they are.
index_key_rules() {
    local year file key check list=
    for year in "${INDEX_KEY_YEARS[@]}"; do
        file=$(organisation_dir insurance)/secrets/index-keys/$year
        key=$(<"$file")
        [[ $key =~ ^[0-9a-f]{64}$ ]] || fail "$file: expected 64 hexadecimal digits"
        check=$(index_key_check "$key")
        list+=",\"$year\":\"$check\""
    done
    printf '{"indexKeys":{%s}}' "${list:1}"
}

# The first 8 bytes of HMAC-SM3(key, "yipiao/index-key-check/1").
index_key_check() {
    hmac_sm3 "$1" yipiao/index-key-check/1 | cut -c1-16
}

# HMAC (RFC 2104) over openssl's SM3, for a key of 32 bytes in hex: `openssl mac` would take the key from its command line, where any user sees it.
hmac_sm3() {
    local key=$1 message=$2 inner='' outer='' i byte
    for ((i = 0; i < 64; i++)); do
        byte=0
        ((i >= 32)) || byte=$((16#${key:i * 2:2}))
        printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
        printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
    done
    # shellcheck disable=SC2059 # the pads are escapes of ours
    { printf "$outer"; { printf "$inner"; printf '%s' "$message"; } | openssl dgst -sm3 -binary; } |
        openssl dgst -sm3 -r | cut -d' ' -f1
}

# The pending call is shown before it is confirmed: whoever confirms sees what he signs.
confirm_pending_call() {
    local digest=$1 pending function arguments answer
    [[ $digest =~ ^[0-9a-f]{64}$ ]] || fail "confirm needs the digest of a pending call: 64 hexadecimal digits, found '$digest'"
    command -v jq >/dev/null || fail "jq is missing: apt-get install jq"
    pending=$(query finance admin pending "$digest" 2>&1) || fail "the pending call cannot be read: $pending"
    [[ -n $pending && $pending != null ]] || fail "nothing is pending under $digest: it was confirmed already, or never asked for"
    function=$(jq -er .function <<<"$pending")
    # As text again; their spelling is free, the digest is over their canonical form.
    arguments=$(jq -er '.arguments | if type == "string" then . else tojson end' <<<"$pending")
    tell "asked for by $(jq -er .msp <<<"$pending"): $function $arguments"
    answer=$(invoke finance admin "$function" "$arguments") || fail "$function was refused: $answer"
    tell "confirmed as Finance's administrator: ${answer##*payload:}"
}
