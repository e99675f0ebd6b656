# shellcheck shell=bash
# Every orderer and peer joins the channel; done when each orderer knows a leader.

join_channel() {
    in_parallel join_orderer "${ORGANISATIONS[@]}"
    in_parallel join_peer "${SITES[@]}"
    orderers_have_a_leader
}

orderers_have_a_leader() {
    in_parallel await_leader "${ORGANISATIONS[@]}"
}

# osnadmin_of ORGANISATION VERB [OPTION…]: its exit code says nothing about the answer, the status it prints does.
osnadmin_of() {
    local organisation=$1 verb=$2 operator
    shift 2
    operator=$(organisation_dir "$organisation")/operator/tls
    "$FABRIC_PROGRAMS_DIR/osnadmin" channel "$verb" --channelID "$CHANNEL" \
        -o "127.0.0.1:$(port orderer-admin "$organisation")" --ca-file "$(tls_root "$organisation")" \
        --client-cert "$operator/certificate.pem" --client-key "$operator/key.pem" "$@"
}

join_orderer() {
    local answer
    answer=$(osnadmin_of "$1" list)
    [[ $answer != *"Status: 200"* ]] || return 0
    answer=$(osnadmin_of "$1" join --config-block "$DIR/channel/$CHANNEL.block")
    [[ $answer == *"Status: 201"* ]] || fail_of "orderer.$1" "did not join the channel: $answer"
}

join_peer() {
    local joined
    joined=$(peer_as "$1" operator channel list)
    ! grep -qx "$CHANNEL" <<<"$joined" || return 0
    peer_as "$1" operator channel join -b "$DIR/channel/$CHANNEL.block" || fail_of "peer.$1" "did not join the channel"
}

await_leader() {
    wait_until 30 "orderer.$1" "a Raft leader is elected" knows_leader "$1"
}

# The orderer's own count of leaders it has seen since it started.
knows_leader() {
    local metrics
    metrics=$(http_get "$(port orderer-operations "$1")" /metrics) || return 1
    [[ $metrics =~ consensus_etcdraft_leader_changes\{channel=\"$CHANNEL\"\}\ [1-9] ]]
}

# A client that leaves the choice of peers to its own needs them to have found one another and their chaincodes, which
# takes them a moment after each start: until then it is told "no combination of peers can be derived".
peers_know_each_other() {
    in_parallel await_neighbours "${SITES[@]}"
}

await_neighbours() {
    wait_until 45 "peer.$1" "it knows every peer as an endorser" knows_all_endorsers "$1"
}

knows_all_endorsers() {
    local operator endorsers site
    operator=$(organisation_dir "$1")/operator/msp
    endorsers=$("$FABRIC_PROGRAMS_DIR/discover" --peerTLSCA "$(tls_root "$1")" --MSP "${MSP[$1]}" \
        --userCert "$operator/signcerts/certificate.pem" --userKey "$operator/keystore/key.pem" \
        endorsers --server "127.0.0.1:$(port peer "$1")" --channel "$CHANNEL" --chaincode "$CHAINCODE" 2>/dev/null) || return 1
    for site in "${SITES[@]}"; do
        [[ $endorsers == *"127.0.0.1:$(port peer "$site")"* ]] || return 1
    done
}

http_get() {
    local port=$1 path=$2
    (
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$path" >&3
        cat <&3
    ) 2>/dev/null
}

# peer_as SITE IDENTITY ARGUMENT…: Fabric's command line, speaking to the organisation's own peer.
peer_as() {
    local organisation=$1 identity=$2 home
    home=$(organisation_dir "$organisation")
    shift 2
    [[ $identity == operator ]] || identity=clients/$identity
    FABRIC_CFG_PATH=$(node_dir peer "$organisation") FABRIC_LOGGING_SPEC=${CLI_LOGGING:-error} \
        CORE_PEER_LOCALMSPID=${MSP[$organisation]} CORE_PEER_MSPCONFIGPATH=$home/$identity/msp \
        CORE_PEER_ADDRESS=127.0.0.1:$(port peer "$organisation") CORE_PEER_TLS_ENABLED=true \
        CORE_PEER_TLS_ROOTCERT_FILE=$(tls_root "$organisation") \
        "$FABRIC_PROGRAMS_DIR/peer" "$@"
}

orderer_options() { # of the organisation's own orderer
    ORDERER_OPTIONS=(-o "127.0.0.1:$(port orderer "${1%2}")" --tls --cafile "$(tls_root "$1")")
}

endorser_options() { # of the named organisations' peers
    local organisation
    ENDORSER_OPTIONS=()
    for organisation in "$@"; do
        ENDORSER_OPTIONS+=(--peerAddresses "127.0.0.1:$(port peer "$organisation")" --tlsRootCertFiles "$(tls_root "$organisation")")
    done
}
