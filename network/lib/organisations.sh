# shellcheck shell=bash
# Who takes part, and where everything of theirs lies. An organisation's keys never leave its own folder.

readonly CHANNEL=bills
readonly CHAINCODE=registry
readonly ORGANISATIONS=(insurance hospital finance)
readonly -A MSP=([insurance]=InsuranceMSP [hospital]=HospitalMSP [finance]=FinanceMSP)
readonly KINDS=(orderer chaincode peer) # the order of starting: a peer finds its orderer and its chaincode
readonly PROCESSES=("${ORGANISATIONS[@]/#/orderer.}" "${ORGANISATIONS[@]/#/chaincode.}" "${ORGANISATIONS[@]/#/peer.}")

organisation_dir() {
    echo "$DIR/organisations/$1"
}

identity_root() { # signs who somebody is; what a receipt is checked against
    echo "$DIR/organisations/$1/msp/cacerts/identity-root.pem"
}

tls_root() { # signs who answers at an address
    echo "$DIR/organisations/$1/msp/tlscacerts/tls-root.pem"
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
}

# One command at a time changes a network; the lock ends with this process, however it ends.
lock_network() {
    mkdir -p "$DIR/logs" "$DIR/run"
    exec 9>"$DIR/lock"
    flock -w 300 9 || fail "another command has been working on $DIR for 300 s"
}
