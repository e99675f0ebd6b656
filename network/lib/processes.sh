# shellcheck shell=bash
# Starting, finding and ending processes. A process is remembered as pid, start time and boot, so that a stale file
# never makes us kill, or trust, somebody else's process that got the same number.

# The start time of a process, from /proc/PID/stat; nothing if it has ended (a zombie has).
start_time() {
    local stat fields
    read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
    read -ra fields <<<"${stat##*) }" # the name before it may hold spaces and brackets
    [[ ${fields[0]} != Z && ${fields[0]} != X ]] || return 1
    echo "${fields[19]}"
}

# Prints the pid if the remembered process still runs.
pid_of() {
    local pid started boot
    [[ -f $DIR/run/$1.pid ]] || return 1
    read -r pid started boot <"$DIR/run/$1.pid" || return 1
    [[ $boot == "$(</proc/sys/kernel/random/boot_id)" && $(start_time "$pid") == "$started" ]] || return 1
    echo "$pid"
}

alive() {
    pid_of "$1" >/dev/null
}

all_alive() {
    local process
    for process in "${PROCESSES[@]}"; do
        alive "$process" || return 1
    done
}

# launch PROCESS COMMAND…: in a session of its own, so that it outlives this script and its terminal. The file is
# written by the process itself before it becomes the command: killed in between, nothing runs unremembered.
launch() {
    local process=$1
    shift
    # shellcheck disable=SC2016 # the inner shell expands these
    setsid bash -c '
        read -r stat <"/proc/$$/stat"; read -ra fields <<<"${stat##*) }"
        printf "%s %s %s\n" "$$" "${fields[19]}" "$(</proc/sys/kernel/random/boot_id)" >"$0.new"
        mv "$0.new" "$0"
        exec "$@"' "$DIR/run/$process.pid" "$@" \
        </dev/null >>"$(log_of "$process")" 2>&1 9>&- &
    local launched=$!
    disown "$launched"
    wait_for_pid_file "$process" "$launched"
}

wait_for_pid_file() {
    local process=$1 launched=$2 waits=0 pid
    until read -r pid _ 2>/dev/null <"$DIR/run/$process.pid" && [[ $pid == "$launched" ]]; do
        ((++waits < 200)) || fail_of "$process" "was not started"
        sleep 0.02
    done
}

# stop_process PROCESS SIGNAL
stop_process() {
    local process=$1 signal=$2 pid deadline=$(($(now_ms) + 15000))
    if pid=$(pid_of "$process"); then
        kill "-$signal" "$pid" 2>/dev/null || true
        while alive "$process"; do
            if (($(now_ms) > deadline)); then
                tell "$process has not ended within 15 s of SIG$signal: killing it"
                kill -KILL "$pid" 2>/dev/null || true
                deadline=$(($(now_ms) + 15000))
            fi
            sleep 0.05
        done
    fi
    rm -f "$DIR/run/$process.pid"
}

terminate() {
    stop_process "$1" TERM
}

stop_all_processes() {
    in_parallel terminate "${PROCESSES[@]}" "${ORGANISATIONS[@]/#/ca.}"
}

status() {
    local process pid port state down=()
    for process in "${PROCESSES[@]}"; do
        port=$(port "${process%.*}" "${process#*.}")
        state=up
        pid=$(pid_of "$process") || { pid=- state="down"; }
        [[ $state == down ]] || listening "$port" || state="does not listen"
        [[ $state == up ]] || down+=("$process ($state)")
        printf '%-20s %-16s pid %-8s 127.0.0.1:%d\n' "$process" "$state" "$pid" "$port"
    done
    ((${#down[@]} == 0)) || fail "not up: ${down[*]}"
}
