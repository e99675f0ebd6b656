# shellcheck shell=bash
# Forty ports a network, ten an organisation and ten for Insurance's second peer, all on 127.0.0.1.

readonly DEFAULT_BASE_PORT=7050
readonly PORTS_PER_NETWORK=40
readonly -A PORT_OFFSET=([orderer]=0 [orderer-admin]=1 [orderer-operations]=2 [peer]=3 [peer-chaincode]=4
    [peer-operations]=5 [chaincode-odd]=6 [ca]=7 [ca-operations]=8 [chaincode-even]=9)
readonly -A PORT_BLOCK=([insurance]=0 [hospital]=10 [finance]=20 [insurance2]=30)

# port KIND SITE: chaincodes that follow one another take turns at two ports, so that both can run.
port() {
    local kind=$1 sequence=$CHAINCODE_SEQUENCE offset
    [[ $kind != chaincode-next ]] || sequence=$((sequence + 1))
    [[ $kind != chaincode* ]] || kind=chaincode-$( ((sequence % 2)) && echo odd || echo even)
    offset=${PORT_OFFSET[$kind]}
    echo $((BASE_PORT + PORT_BLOCK[$2] + offset))
}

# The ports of an existing network are remembered; a new one takes the requested block or finds a free one.
settle_base_port() {
    if [[ -f $DIR/network.env ]]; then
        load_network
        [[ ${REQUESTED_BASE_PORT:-0} == 0 || $REQUESTED_BASE_PORT == "$BASE_PORT" ]] ||
            fail "the network in $DIR has its ports from $BASE_PORT in its configuration; reset it to move it to $REQUESTED_BASE_PORT"
    else
        reserve_ports "${REQUESTED_BASE_PORT:-$DEFAULT_BASE_PORT}"
    fi
}

# Networks made at the same moment, and networks that are down, must not get the same block: reservations lie in
# one folder of this user, under a lock, and one counts as long as the folder it names still is a network.
reserve_ports() {
    local requested=$1 reservations base taken
    reservations=$(cache_dir)/ports
    mkdir -p "$reservations"
    exec 8>"$reservations/lock"
    flock 8
    if ((requested == 0)); then
        base=$(free_block "$reservations") || fail "no free block of $PORTS_PER_NETWORK ports between 20000 and 32000"
    else
        ((requested >= 1024 && requested + PORTS_PER_NETWORK <= 65536)) ||
            fail "--base-port: expected 1024 to $((65536 - PORTS_PER_NETWORK)), found $requested"
        taken=$(ports_in_use "$requested")
        [[ -z $taken ]] || fail "port $taken is in use: choose another --base-port, or 0 for a free block"
        base=$requested
    fi
    printf '%s\n' "$DIR" >"$reservations/$base"
    BASE_PORT=$base SECOND_INSURANCE_PEER='' CHAINCODE_SEQUENCE=1 UPGRADING=''
    remember_network
    exec 8>&-
}

release_ports() {
    rm -f "$(cache_dir)/ports/$BASE_PORT"
}

# Below Linux' usual range of outgoing ports (from 32768), so that no client's socket sits in a block.
free_block() {
    local reservations=$1 base
    for ((base = 20000; base + PORTS_PER_NETWORK <= 32000; base += PORTS_PER_NETWORK)); do
        if ! reserved "$reservations" "$base" && [[ -z $(ports_in_use "$base") ]]; then
            echo "$base"
            return
        fi
    done
    return 1
}

# Whether another network's ports begin so near that they are among these; blocks once had thirty.
reserved() {
    local reservation other holder
    for reservation in "$1"/[0-9]*; do
        [[ -f $reservation ]] || continue
        other=${reservation##*/}
        holder=$(<"$reservation")
        if ((other > $2 - PORTS_PER_NETWORK && other < $2 + PORTS_PER_NETWORK)) &&
            [[ $holder != "$DIR" && -f $holder/network.env ]]; then
            return 0
        fi
    done
    return 1
}

# The first port of the block that cannot be bound: the kernel's own table, all but TIME_WAIT (06), which a server may bind over.
ports_in_use() {
    local first=$1 last=$(($1 + PORTS_PER_NETWORK - 1)) address state port
    while read -r _ address _ state _; do
        [[ $address == *:* && $state != 06 ]] || continue
        port=$((16#${address##*:}))
        if ((port >= first && port <= last)); then
            echo "$port"
            return
        fi
    done < <(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null)
}

# Asked of the kernel, not by connecting: that would leave a failed TLS handshake in the logs each time. 0A is LISTEN.
listening() {
    local port
    printf -v port '%04X' "$1"
    grep -Eqs ":$port [0-9A-F]+:0000 0A " /proc/net/tcp /proc/net/tcp6
}
