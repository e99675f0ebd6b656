# shellcheck shell=bash
# The processes: how each is started, and when it is ready.

start_all_processes() {
    all_alive || require_own_ports
    if [[ -z $UPGRADING ]] && no_chaincode_runs; then copy_chaincode "$CHAINCODE_SEQUENCE"; fi
    in_parallel start_process "${PROCESSES[@]}"
}

# A port that somebody else listens on would look like a process of ours that is ready.
require_own_ports() {
    local process
    for process in "${PROCESSES[@]}"; do
        if ! alive "$process" && listening "$(port "${process%.*}" "${process#*.}")"; then
            fail "$process cannot start: another program listens on 127.0.0.1:$(port "${process%.*}" "${process#*.}")"
        fi
    done
}

no_chaincode_runs() {
    local site
    for site in "${SITES[@]}"; do
        ! alive "chaincode.$site" || return 1
    done
}

start_process() {
    local process=$1 kind=${1%.*} site=${1#*.}
    alive "$process" || "start_$kind" "$site"
    wait_until 60 "$process" "it is ready" "ready_$kind" "$site"
}

# An orderer and a peer open their main port before they have read their ledger, so that one says nothing.
ready_orderer() {
    listening "$(port orderer-admin "$1")"
}

ready_peer() {
    listening "$(port peer "$1")" && peer_as "$1" operator channel list >/dev/null 2>&1
}

ready_chaincode() {
    listening "$(port chaincode "$1")"
}

ready_chaincode-next() {
    listening "$(port chaincode-next "$1")"
}

start_orderer() {
    launch "orderer.$1" env FABRIC_CFG_PATH="$(organisation_dir "$1")/orderer" FABRIC_LOGGING_SPEC="$NODE_LOGGING" \
        FABRIC_LOGGING_FORMAT="$NODE_LOGGING_FORMAT" \
        "$FABRIC_PROGRAMS_DIR/orderer"
}

start_peer() {
    launch "peer.$1" env FABRIC_CFG_PATH="$(node_dir peer "$1")" FABRIC_LOGGING_SPEC="$NODE_LOGGING" \
        FABRIC_LOGGING_FORMAT="$NODE_LOGGING_FORMAT" \
        YIPIAO_CHAINCODE_CONNECTION="$(node_dir chaincode "$1")/connection.json" \
        "$FABRIC_PROGRAMS_DIR/peer" node start
}

# Warnings, and what tells that a node came up; no colours, the logs are files.
readonly NODE_LOGGING=warning:nodeCmd=info:orderer.common.server=info:orderer.common.broadcast=error # which warns at each client that hangs up
readonly NODE_LOGGING_FORMAT='%{time:2006-01-02 15:04:05.000 MST} %{level:.4s} [%{module}] %{message}'

start_chaincode() {
    launch_chaincode chaincode "$1" "$CHAINCODE_SEQUENCE"
}

# The one to come, beside the one that is called: see upgrade.sh.
start_chaincode-next() {
    launch_chaincode chaincode-next "$1" $((CHAINCODE_SEQUENCE + 1))
}

launch_chaincode() { # launch_chaincode KIND SITE SEQUENCE
    local home run
    home=$(node_dir chaincode "$2")
    run=$(chaincode_run_dir "$3")
    launch "$1.$2" env \
        CORE_CHAINCODE_ID_NAME="$(package_id "$3")" \
        CORE_PEER_LOCALMSPID="${MSP[$2]}" \
        CHAINCODE_SERVER_ADDRESS="127.0.0.1:$(port "$1" "$2")" \
        CHAINCODE_TLS_KEY="$home/tls/key.pem" \
        CHAINCODE_TLS_CERT="$home/tls/certificate.pem" \
        CHAINCODE_TLS_CLIENT_ROOTS="$(tls_root "$2")" \
        YIPIAO_INDEX_KEYS="$(organisation_dir "$2")/secrets/index-keys" \
        "$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${CHAINCODE_JVM[@]}" -cp "$run/chaincode.jar:$run/lib/*" \
        "${YIPIAO_CHAINCODE_MAIN:-io.yipiao.chaincode.server.RegistryServer}"
}

# Three or four such processes share a machine: a small heap, the collector without threads of its own, and only the quick
# compiler, which halves the start on two cores. Where throughput matters more, the operator sets other options.
read -ra CHAINCODE_JVM <<<"${YIPIAO_CHAINCODE_JVM:--Xms64m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1}"
readonly CHAINCODE_JVM
