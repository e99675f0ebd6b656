# shellcheck shell=bash
# Another chaincode in place of the one that runs, while claims go on: it is started beside the old one at other ports and
# installed, the organisations approve and commit its definition, and only then the old processes end.
# A peer holds back a block while calls are simulated. So once it has the definition's block no call is at the old
# process any more, and what was endorsed by it and not yet ordered loses its race (it read the definition) and is proposed anew.

prepare_upgrade() {
    [[ -z $UPGRADING ]] || return 0
    copy_chaincode $((CHAINCODE_SEQUENCE + 1))
    package_chaincode $((CHAINCODE_SEQUENCE + 1))
    UPGRADING=yes
    remember_network
}

# From wherever an interrupted run left it.
finish_upgrade() {
    step "chaincode $((CHAINCODE_SEQUENCE + 1)) runs beside the one before" in_parallel start_process "${SITES[@]/#/chaincode-next.}"
    connect_peers_to chaincode-next
    step "installed, approved and committed; every peer calls it" define_and_call $((CHAINCODE_SEQUENCE + 1))
    step "the one before has ended" replace_chaincode
}

define_and_call() {
    define_chaincode "$1"
    every_peer_answers
}

replace_chaincode() {
    in_parallel terminate "${SITES[@]/#/chaincode.}"
    UPGRADING='' CHAINCODE_SEQUENCE=$((CHAINCODE_SEQUENCE + 1))
    remember_network
    name_upgraded_chaincode
}

# The processes of an upgrade that is done bear the usual names; also if it was killed just before this.
name_upgraded_chaincode() {
    local site
    [[ -z $UPGRADING ]] || return 0
    for site in "${SITES[@]}"; do
        [[ ! -f $DIR/run/chaincode-next.$site.pid ]] || mv "$DIR/run/chaincode-next.$site.pid" "$DIR/run/chaincode.$site.pid"
    done
}
