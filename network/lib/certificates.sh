# shellcheck shell=bash
# Every certificate comes from its organisation's Fabric CA, which runs only while certificates are made.
# organisations/ORG/  ca/ (keys of both authorities)  msp/ (the public definition)  secrets/index-keys/
#                     operator/, peer/, orderer/, clients/NAME/: msp/ (identity) and, where they answer or dial, tls/

readonly INDEX_KEY_YEARS=({20..30}) # of the bill's own identity, two digits

make_certificates() {
    [[ -f $DIR/organisations/complete ]] || certify_all
    certify_second_peer
}

certify_all() {
    in_parallel terminate "${ORGANISATIONS[@]/#/ca.}"
    rm -rf "$DIR/organisations" # what an interrupted run left
    mkdir -p "$DIR/organisations"
    in_parallel certify_organisation "${ORGANISATIONS[@]}"
    make_index_keys
    : >"$DIR/organisations/complete"
}

# Insurance's second peer and its chaincode process, also in a network that is there already: registered by the registrar, then as all others.
certify_second_peer() {
    local organisation=insurance home node attempt
    home=$(organisation_dir insurance)
    [[ -n $SECOND_INSURANCE_PEER && ! -f $home/peer2/certified ]] || return 0
    terminate ca.insurance
    rm -rf "$home"/{peer2,chaincode2} # what an interrupted run left
    attempt=$(($(cat "$home/ca/second-peer-attempts" 2>/dev/null || echo 0) + 1))
    echo "$attempt" >"$home/ca/second-peer-attempts"
    start_authorities
    register insurance peer2 peer
    enrol_identity peer2 "$(node_name peer2)" "$home/peer2"
    for node in peer2 chaincode2; do
        register insurance-tls "$node" client
        enrol_tls "$node" "$home/$node"
    done
    terminate ca.insurance
    : >"$home/peer2/certified"
}

# register AUTHORITY NODE TYPE: for one enrolment, and where an interrupted run has registered it already, for one more.
register() {
    local registrar name
    registrar=$(organisation_dir "$organisation")/ca/registrar
    name=$(node_name "$2")
    enrol registrar registrar "$1" "" "$registrar"
    FABRIC_CA_CLIENT_ID_SECRET=$(secret_for "$2") as_registrar "$1" register --id.name "$name" --id.type "$3" --id.maxenrollments 1 >/dev/null 2>>"$(log_of "ca.$organisation")" ||
        as_registrar "$1" identity modify "$name" --maxenrollments "$attempt" >/dev/null
    rm -rf "$registrar"
}

as_registrar() {
    local authority=$1
    shift
    FABRIC_CA_CLIENT_HOME=$registrar "$FABRIC_PROGRAMS_DIR/fabric-ca-client" "$@" --caname "$authority" --mspdir "$registrar/msp" \
        --url "https://localhost:$(port ca "$organisation")" --tls.certfiles "$(identity_root "$organisation")" --loglevel warning
}

certify_organisation() {
    local organisation=$1
    mkdir -p "$(organisation_dir "$organisation")/ca/tls"
    configure_authorities
    start_authorities
    publish_organisation_msp
    enrol_nodes_and_operator
    enrol_clients
    terminate "ca.$organisation"
}

clients_of() { # prints: identity attributes
    local organisation name attributes
    while read -r organisation name attributes; do
        [[ $organisation != "$1" ]] || echo "$name $attributes"
    done <"$NETWORK_HOME/config/clients"
}

configure_authorities() {
    local home name attributes identities
    home=$(organisation_dir "$organisation")/ca
    identities=$(
        registrar_entry "$(secret_for registrar)"
        for name in peer orderer; do identity_entry "$(node_name "$name")" "$name" "$(secret_for "$name")"; done
        identity_entry operator admin "$(secret_for operator)"
        while read -r name attributes; do
            identity_entry "${name//\//-}" client "$(secret_for "$name")" "$attributes"
        done < <(clients_of "$organisation")
    )
    authority_config "$organisation" "$identities" tls/fabric-ca-server-config.yaml >"$home/fabric-ca-server-config.yaml"
    identities=$(
        registrar_entry "$(secret_for registrar)"
        for name in peer orderer chaincode operator; do identity_entry "$(node_name "$name")" client "$(secret_for "$name")"; done
    )
    authority_config "$organisation-tls" "$identities" "" >"$home/tls/fabric-ca-server-config.yaml"
}

# One random value an organisation, and from it a secret for each identity.
secret_for() {
    local seed
    seed=$(organisation_dir "$organisation")/ca/enrolment-seed
    [[ -f $seed ]] || openssl rand -hex 32 >"$seed"
    { cat "$seed"; echo "$1"; } | sha256sum | cut -c1-32
}

node_name() { # the operator has no address
    case $1 in
        operator) echo operator ;;
        *2) echo "${1%2}1.$organisation.yipiao" ;;
        *) echo "${1}0.$organisation.yipiao" ;;
    esac
}

registrar_entry() {
    printf '    - {name: registrar, pass: "%s", type: client, affiliation: "", maxenrollments: -1, attrs: {hf.Registrar.Roles: "*", hf.Registrar.DelegateRoles: "*", hf.Registrar.Attributes: "*", hf.Revoker: true, hf.GenCRL: true}}\n' "$1"
}

# identity_entry NAME TYPE SECRET [ATTRIBUTES as name=value,…]: `:ecert` puts an attribute into the certificate.
identity_entry() {
    local attributes=${4:-}
    attributes=${attributes//=/: \"}
    attributes=${attributes//,/:ecert\", }
    printf '    - {name: "%s", pass: "%s", type: %s, affiliation: "", maxenrollments: 1, attrs: {%s}}\n' \
        "$1" "$3" "$2" "${attributes:+$attributes:ecert\"}"
}

authority_config() {
    NAME=$1 IDENTITIES=$2 FURTHER_AUTHORITIES=$3 OWNER=$organisation \
        PORT=$(port ca "$organisation") OPERATIONS_PORT=$(port ca-operations "$organisation") \
        render fabric-ca-server-config.yaml
}

start_authorities() {
    local home
    home=$(organisation_dir "$organisation")/ca
    launch "ca.$organisation" env FABRIC_CA_SERVER_HOME="$home" \
        "$FABRIC_PROGRAMS_DIR/fabric-ca-server" start --address 127.0.0.1 --loglevel warning
    wait_until 30 "ca.$organisation" "it listens" listening "$(port ca "$organisation")"
}

publish_organisation_msp() {
    local home
    home=$(organisation_dir "$organisation")
    mkdir -p "$home"/msp/{cacerts,tlscacerts}
    cp "$home/ca/ca-cert.pem" "$(identity_root "$organisation")"
    cp "$home/ca/tls/ca-cert.pem" "$(tls_root "$organisation")"
    cp "$NETWORK_HOME/config/node-ous.yaml" "$home/msp/config.yaml"
}

enrol_nodes_and_operator() {
    local node
    for node in peer orderer operator; do
        enrol_identity "$node" "$(node_name "$node")" "$(organisation_dir "$organisation")/$node"
    done
    for node in peer orderer chaincode operator; do
        enrol_tls "$node" "$(organisation_dir "$organisation")/$node"
    done
}

enrol_clients() {
    local name
    while read -r name _; do
        enrol_identity "$name" "${name//\//-}" "$(organisation_dir "$organisation")/clients/$name"
    done < <(clients_of "$organisation")
}

# enrol SECRET-NAME CA-IDENTITY AUTHORITY PROFILE FOLDER: leaves what the CA client wrote in FOLDER.
enrol() {
    local url
    url=https://$2:$(secret_for "$1")@localhost:$(port ca "$organisation")
    FABRIC_CA_CLIENT_HOME=$5 FABRIC_CA_CLIENT_URL=$url "$FABRIC_PROGRAMS_DIR/fabric-ca-client" enroll \
        --caname "$3" --enrollment.profile "$4" --mspdir "$5/msp" --csr.names "C=CN,O=$organisation" \
        --csr.hosts "$2,localhost,127.0.0.1" --tls.certfiles "$(identity_root "$organisation")" --loglevel warning
}

# enrol_identity SECRET-NAME CA-IDENTITY FOLDER: FOLDER/msp as Fabric wants it, under names of ours.
enrol_identity() {
    local received=$3/received
    enrol "$1" "$2" "$organisation" "" "$received"
    mkdir -p "$3"/msp/{signcerts,keystore}
    mv "$received"/msp/signcerts/*.pem "$3/msp/signcerts/certificate.pem"
    mv "$received"/msp/keystore/*_sk "$3/msp/keystore/key.pem"
    cp -r "$(organisation_dir "$organisation")"/msp/{cacerts,tlscacerts,config.yaml} "$3/msp"
    rm -rf "$received"
}

enrol_tls() {
    local received=$2/received
    enrol "$1" "$(node_name "$1")" "$organisation-tls" tls "$received"
    mkdir -p "$2/tls"
    mv "$received"/msp/signcerts/*.pem "$2/tls/certificate.pem"
    mv "$received"/msp/keystore/*_sk "$2/tls/key.pem"
    rm -rf "$received"
}

# The same key in every organisation's folder: each endorser computes a bill's index with its own copy.
make_index_keys() {
    local year organisation folder
    for organisation in "${ORGANISATIONS[@]}"; do
        folder=$(organisation_dir "$organisation")/secrets/index-keys
        mkdir -p "$folder"
        for year in "${INDEX_KEY_YEARS[@]}"; do
            if [[ $organisation == "${ORGANISATIONS[0]}" ]]; then
                openssl rand -hex 32 >"$folder/$year"
            else
                cp "$(organisation_dir "${ORGANISATIONS[0]}")/secrets/index-keys/$year" "$folder/$year"
            fi
        done
    done
}
