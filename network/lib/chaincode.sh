# shellcheck shell=bash
# The chaincode: a package that says "it runs already", installed and approved by each organisation, committed once; then calls to it.
# A network's first definition has sequence 1, each upgrade (upgrade.sh) the next; the sequence is the version's name too.

readonly ENDORSEMENT_POLICY="AND('InsuranceMSP.peer', OR('HospitalMSP.peer', 'FinanceMSP.peer'))"

# How a peer reaches its organisation's chaincode process: mutual TLS, with the peer's own certificate.
chaincode_connection() { # chaincode_connection KIND SITE
    local home
    home=$(node_dir peer "$2")
    printf '{"address":"127.0.0.1:%d","dial_timeout":"5s","tls_required":true,"client_auth_required":true,"client_key":"%s","client_cert":"%s","root_cert":"%s"}\n' \
        "$(port "$1" "$2")" "$(one_line "$home/tls/key.pem")" "$(one_line "$home/tls/certificate.pem")" "$(one_line "$(tls_root "$2")")"
}

one_line() { # a PEM file as it stands in a JSON string
    local text
    text=$(<"$1")
    printf '%s\\n' "${text//$'\n'/\\n}"
}

# The package id is a hash of these bytes: the same everywhere, whoever packs.
package_chaincode() { # package_chaincode SEQUENCE
    local work
    mkdir -p "$DIR/chaincode"
    work=$(mktemp -d "$DIR/chaincode/package.XXXXXX")
    echo '{"address":"from the environment of each peer"}' >"$work/connection.json"
    printf '{"type":"ccaas","label":"%s_%s"}\n' "$CHAINCODE" "$1" >"$work/metadata.json"
    reproducible_tar "$work" connection.json >"$work/code.tar.gz"
    reproducible_tar "$work" code.tar.gz metadata.json >"$work/package.tar.gz"
    mv "$work/package.tar.gz" "$(package_file "$1")"
    rm -rf "$work"
}

package_file() {
    echo "$DIR/chaincode/$CHAINCODE$(later "$1").tar.gz"
}

chaincode_run_dir() { # the jar that runs
    echo "$DIR/chaincode/run$(later "$1")"
}

later() {
    (($1 == 1)) || echo "_$1"
}

reproducible_tar() {
    local folder=$1
    shift
    tar --create --directory "$folder" --format ustar --sort name --mtime @0 --owner 0 --group 0 --numeric-owner --mode 0644 "$@" | gzip -n
}

package_id() {
    local digest
    read -r digest _ < <(sha256sum "$(package_file "$1")")
    echo "${CHAINCODE}_$1:$digest"
}

copy_chaincode() { # copy_chaincode SEQUENCE
    local run
    run=$(chaincode_run_dir "$1")
    rm -rf "$run"
    mkdir -p "$run"
    cp -r "$CHAINCODE_BUILT/chaincode.jar" "$CHAINCODE_BUILT/lib" "$run"
}

# define_chaincode SEQUENCE: done when every peer knows the definition with this sequence.
define_chaincode() {
    SEQUENCE=$1
    in_parallel install_chaincode "${SITES[@]}"
    if (($(committed_sequence insurance) < SEQUENCE)); then
        in_parallel approve_chaincode "${ORGANISATIONS[@]}"
        in_parallel await_approvals "${ORGANISATIONS[@]}"
        commit_chaincode
    fi
    in_parallel await_commit "${SITES[@]}"
}

committed_sequence() { # as a site's peer knows it; 0 is none
    local said
    if said=$(peer_as "$1" operator lifecycle chaincode querycommitted -C "$CHANNEL" -n "$CHAINCODE" 2>/dev/null) &&
        [[ $said =~ Sequence:\ ([0-9]+) ]]; then
        echo "${BASH_REMATCH[1]}"
    else
        echo 0
    fi
}

definition() {
    DEFINITION=(-C "$CHANNEL" -n "$CHAINCODE" -v "$SEQUENCE" --sequence "$SEQUENCE" --signature-policy "$ENDORSEMENT_POLICY")
}

install_chaincode() {
    local installed
    installed=$(peer_as "$1" operator lifecycle chaincode queryinstalled)
    [[ $installed == *"$(package_id "$SEQUENCE")"* ]] ||
        peer_as "$1" operator lifecycle chaincode install "$(package_file "$SEQUENCE")" || fail_of "peer.$1" "did not install the chaincode"
}

approve_chaincode() {
    local approved
    definition
    orderer_options "$1"
    approved=$(peer_as "$1" operator lifecycle chaincode queryapproved -C "$CHANNEL" -n "$CHAINCODE" --sequence "$SEQUENCE" 2>/dev/null || true)
    [[ $approved == *"$(package_id "$SEQUENCE")"* ]] ||
        peer_as "$1" operator lifecycle chaincode approveformyorg "${ORDERER_OPTIONS[@]}" "${DEFINITION[@]}" \
            --package-id "$(package_id "$SEQUENCE")" --waitForEventTimeout 30s || fail_of "peer.$1" "did not approve the chaincode"
}

await_approvals() { # an approval reaches the other organisations' peers with its block
    wait_until 30 "peer.$1" "it has seen every organisation's approval" approved_by_all "$1"
}

approved_by_all() {
    local readiness
    definition
    readiness=$(peer_as "$1" operator lifecycle chaincode checkcommitreadiness "${DEFINITION[@]}" 2>/dev/null) || return 1
    [[ $readiness == *InsuranceMSP:\ true* && $readiness == *HospitalMSP:\ true* && $readiness == *FinanceMSP:\ true* ]]
}

commit_chaincode() {
    definition
    orderer_options insurance
    endorser_options "${ORGANISATIONS[@]}"
    peer_as insurance operator lifecycle chaincode commit "${ORDERER_OPTIONS[@]}" "${ENDORSER_OPTIONS[@]}" "${DEFINITION[@]}" \
        --waitForEventTimeout 30s >"$DIR/logs/steps/commit.log" 2>&1 || { cat "$DIR/logs/steps/commit.log" >&2; fail_of orderer.insurance "the chaincode's definition was not committed"; }
}

await_commit() {
    wait_until 30 "peer.$1" "it knows definition $SEQUENCE of the chaincode" knows_definition "$1"
}

knows_definition() {
    (($(committed_sequence "$1") >= SEQUENCE))
}

# call_json FUNCTION ARGUMENT…: as the command line wants a call.
call_json() {
    local argument list=
    for argument in "$@"; do
        argument=${argument//\\/\\\\}
        list+=",\"${argument//\"/\\\"}\""
    done
    printf '{"Args":[%s]}' "${list:1}"
}

# query ORGANISATION IDENTITY FUNCTION ARGUMENT…: what the organisation's own peer answers.
query() {
    local organisation=$1 identity=$2
    shift 2
    peer_as "$organisation" "$identity" chaincode query -C "$CHANNEL" -n "$CHAINCODE" -c "$(call_json "$@")"
}

invoke_once() {
    local organisation=$1 identity=$2
    shift 2
    orderer_options "$organisation"
    endorser_options insurance hospital
    CLI_LOGGING=error:chaincodeCmd=info peer_as "$organisation" "$identity" chaincode invoke -C "$CHANNEL" -n "$CHAINCODE" \
        "${ORDERER_OPTIONS[@]}" "${ENDORSER_OPTIONS[@]}" --waitForEvent --waitForEventTimeout 30s -c "$(call_json "$@")" 2>&1
}

# invoke ORGANISATION IDENTITY FUNCTION ARGUMENT…: endorsed by Insurance and Hospital, ordered, and committed by both
# before it returns. Prints what the command line reports, with the answer in it. An orderer learns that its way to the
# leader of before is gone by the call it loses there, and answers SERVICE_UNAVAILABLE: that call is made again.
invoke() {
    local said
    for _ in {1..5}; do
        if said=$(invoke_once "$@"); then
            echo "$said"
            return
        fi
        [[ $said == *SERVICE_UNAVAILABLE* ]] || break
        sleep 0.3
    done
    echo "$said"
    return 1
}

every_peer_answers() {
    in_parallel peer_answers "${SITES[@]}"
}

peer_answers() {
    wait_until 45 "chaincode.$1" "its peer can endorse a call to it (see also peer.$1.log)" status_query_works "$1"
}

status_query_works() {
    query "$1" operator status '[]' >/dev/null
}
