# shellcheck shell=bash
# Templates in config/ become each node's own files; the channel's first block is made from them. Once: it is a network's birth.

# render TEMPLATE: fills ${NAME} from the environment. A placeholder left over is a mistake of ours and fails.
render() {
    local text name
    text=$(<"$NETWORK_HOME/config/$1")
    while [[ $text =~ \$\{([A-Z_]+)\} ]]; do
        name=${BASH_REMATCH[1]}
        [[ -v $name ]] || fail "template $1 needs $name"
        text=${text//"\${$name}"/"${!name}"}
    done
    printf '%s\n' "$text"
}

render_for() { # render_for SITE TEMPLATE
    local OWNER=${1%2} MSP_ID=${MSP[$1]} HOME_DIR PEER_DIR PEER_NAME NEIGHBOURS TLS_ROOT ALL_TLS_ROOTS BUILDER=$NETWORK_HOME/builder
    local PEER_PORT PEER_CHAINCODE_PORT PEER_OPERATIONS_PORT ORDERER_PORT ORDERER_ADMIN_PORT ORDERER_OPERATIONS_PORT
    HOME_DIR=$(organisation_dir "$1")
    PEER_DIR=$(node_dir peer "$1")
    PEER_NAME=$(peer_name "$1")
    NEIGHBOURS=$(organisation_peers "${1%2}")
    TLS_ROOT=$(tls_root "$1")
    ALL_TLS_ROOTS="$(tls_root insurance), $(tls_root hospital), $(tls_root finance)"
    PEER_PORT=$(port peer "$1")
    PEER_CHAINCODE_PORT=$(port peer-chaincode "$1")
    PEER_OPERATIONS_PORT=$(port peer-operations "$1")
    ORDERER_PORT=$(port orderer "$1")
    ORDERER_ADMIN_PORT=$(port orderer-admin "$1")
    ORDERER_OPERATIONS_PORT=$(port orderer-operations "$1")
    render "$2"
}

peer_name() { # by which its certificate names it
    [[ $1 == "$SECOND" ]] && echo "peer1.${1%2}.yipiao" || echo "peer0.$1.yipiao"
}

# The addresses of an organisation's peers, as a YAML list.
organisation_peers() {
    local site list=
    for site in "${SITES[@]}"; do
        [[ ${site%2} != "$1" ]] || list+=", 127.0.0.1:$(port peer "$site")"
    done
    echo "[${list:2}]"
}

make_configuration() {
    local organisation site
    for organisation in "${ORGANISATIONS[@]}"; do # every time: a newer release of ours may configure nodes otherwise
        render_for "$organisation" orderer.yaml >"$(organisation_dir "$organisation")/orderer/orderer.yaml"
    done
    for site in "${SITES[@]}"; do
        render_for "$site" core.yaml >"$(node_dir peer "$site")/core.yaml"
    done
    connect_peers_to chaincode
    [[ -f $DIR/channel/$CHANNEL.block ]] || make_first_block
    [[ -f $(package_file "$CHAINCODE_SEQUENCE") ]] || package_chaincode "$CHAINCODE_SEQUENCE"
}

# connect_peers_to KIND: a peer that installs a package from now on reaches this chaincode process by it.
connect_peers_to() {
    local site
    for site in "${SITES[@]}"; do
        chaincode_connection "$1" "$site" >"$(node_dir chaincode "$site")/connection.json"
    done
}

make_first_block() {
    local organisation ORGANISATION_DEFINITIONS='' CONSENTERS='' certificate
    for organisation in "${ORGANISATIONS[@]}"; do
        ORGANISATION_DEFINITIONS+=$(render_for "$organisation" organisation.yaml)$'\n'
        certificate=$(organisation_dir "$organisation")/orderer/tls/certificate.pem
        CONSENTERS+="          - {Host: 127.0.0.1, Port: $(port orderer "$organisation"), ClientTLSCert: $certificate, ServerTLSCert: $certificate}"$'\n'
    done
    mkdir -p "$DIR/channel"
    render configtx.yaml >"$DIR/channel/configtx.yaml"
    FABRIC_CFG_PATH=$DIR/channel FABRIC_LOGGING_SPEC=warning "$FABRIC_PROGRAMS_DIR/configtxgen" \
        -profile Bills -channelID "$CHANNEL" -outputBlock "$DIR/channel/$CHANNEL.block.new" >"$DIR/logs/configtxgen.log" 2>&1 ||
        fail_of configtxgen "could not make the channel's first block"
    mv "$DIR/channel/$CHANNEL.block.new" "$DIR/channel/$CHANNEL.block"
}
