# shellcheck shell=bash
# Who takes part, and where everything of theirs lies. An organisation's keys never leave its own folder.
# A peer and its chaincode process stand at a site: each organisation has one, and Insurance may have a second, insurance2.

readonly CHANNEL=bills
readonly CHAINCODE=registry
readonly ORGANISATIONS=(insurance hospital finance)
readonly SECOND=insurance2
readonly -A MSP=([insurance]=InsuranceMSP [hospital]=HospitalMSP [finance]=FinanceMSP [insurance2]=InsuranceMSP)

# Which sites and processes this network has, in the order of starting: a peer finds its orderer and its chaincode.
know_processes() {
    SITES=("${ORGANISATIONS[@]}")
    [[ -z $SECOND_INSURANCE_PEER ]] || SITES+=("$SECOND")
    PROCESSES=("${ORGANISATIONS[@]/#/orderer.}" "${SITES[@]/#/chaincode.}")
    [[ -z $UPGRADING ]] || PROCESSES+=("${SITES[@]/#/chaincode-next.}")
    PROCESSES+=("${SITES[@]/#/peer.}")
}

organisation_dir() {
    echo "$DIR/organisations/${1%2}"
}

# node_dir KIND SITE: a peer's or a chaincode process' own folder, such as …/insurance/peer2.
node_dir() {
    local second=
    [[ $2 != "$SECOND" ]] || second=2
    echo "$(organisation_dir "$2")/$1$second"
}

identity_root() { # signs who somebody is; what a receipt is checked against
    echo "$(organisation_dir "$1")/msp/cacerts/identity-root.pem"
}

tls_root() { # signs who answers at an address
    echo "$(organisation_dir "$1")/msp/tlscacerts/tls-root.pem"
}

is_process() {
    local process
    for process in "${PROCESSES[@]}"; do
        [[ $process != "$1" ]] || return 0
    done
    return 1
}

existing_network() {
    [[ -f $DIR/network.env ]] || fail "there is no network in $DIR (network/fabric up --dir $DIR makes one)"
    load_network
}

# What a network keeps of itself, for this command; a network that never had a second peer or an upgrade says nothing of them.
load_network() {
    SECOND_INSURANCE_PEER='' CHAINCODE_SEQUENCE=1 UPGRADING=''
    # shellcheck source=/dev/null
    source "$DIR/network.env"
    know_processes
}

# Written at once and whole: a kill leaves the one before or this one.
remember_network() {
    printf 'BASE_PORT=%d\nSECOND_INSURANCE_PEER=%s\nCHAINCODE_SEQUENCE=%d\nUPGRADING=%s\n' \
        "$BASE_PORT" "$SECOND_INSURANCE_PEER" "$CHAINCODE_SEQUENCE" "$UPGRADING" >"$DIR/network.env.new"
    mv "$DIR/network.env.new" "$DIR/network.env"
    load_network
}

# One command at a time changes a network; the lock ends with this process, however it ends.
lock_network() {
    mkdir -p "$DIR/logs" "$DIR/run"
    exec 9>"$DIR/lock"
    flock -w 300 9 || fail "another command has been working on $DIR for 300 s"
    [[ -f $DIR/network.env ]] || return 0
    load_network # as the command before left it
    name_upgraded_chaincode
}
