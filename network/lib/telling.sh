# shellcheck shell=bash
# What the operator reads: steps with their time, and failures that name the process and show the end of its log.

tell() {
    printf 'fabric: %s\n' "$*"
}

fail() {
    printf 'fabric: %s\n' "$*" >&2
    exit 1
}

# fail_of PROCESS MESSAGE
fail_of() {
    printf 'fabric: %s: %s\n' "$1" "$2" >&2
    if [[ -s $(log_of "$1") ]]; then
        printf 'the last 20 lines of %s:\n' "$(log_of "$1")" >&2
        tail -n 20 "$(log_of "$1")" | sed 's/^/  | /' >&2
    fi
    exit 1
}

log_of() { # a chaincode that is to follow another writes into the other's log already
    echo "$DIR/logs/${1/-next/}.log"
}

now_ms() {
    local now=${EPOCHREALTIME/[.,]/} # the separator follows the locale
    echo $((now / 1000))
}

# step TITLE FUNCTION [ARGUMENT…]: runs it and prints how long it took. Never call it in a condition: that would switch off `set -e` inside.
step() {
    local title=$1 began took
    shift
    began=$(now_ms)
    "$@"
    took=$(($(now_ms) - began))
    printf 'fabric: %3d.%01d s  %s\n' $((took / 1000)) $((took % 1000 / 100)) "$title"
}

# wait_until SECONDS PROCESS WHAT CONDITION…: polls a condition; gives up at once when the process it waits for has ended.
wait_until() {
    local deadline=$(($(now_ms) + $1 * 1000)) seconds=$1 process=$2 what=$3
    shift 3
    until "$@"; do
        alive "$process" || fail_of "$process" "ended while waiting until $what"
        (($(now_ms) < deadline)) || fail_of "$process" "not ready: waited $seconds s until $what"
        sleep 0.1
    done
}

# in_parallel FUNCTION ARGUMENT…: runs FUNCTION once with each argument, all at once; what a failed one printed is shown.
in_parallel() {
    local function=$1 argument log
    local -A running=() failed=()
    shift
    mkdir -p "$DIR/logs/steps"
    for argument in "$@"; do
        log=$DIR/logs/steps/$function.$argument.log
        ("$function" "$argument") >"$log" 2>&1 &
        running[$argument]=$!
    done
    for argument in "$@"; do
        wait "${running[$argument]}" || failed[$argument]=yes
    done
    for argument in "${!failed[@]}"; do
        printf 'fabric: %s failed for %s:\n' "${function//_/ }" "$argument" >&2
        tail -n 40 "$DIR/logs/steps/$function.$argument.log" >&2
    done
    ((${#failed[@]} == 0)) || exit 1
}

show_logs() {
    local process=$1
    if [[ -n $process ]]; then
        [[ -f $DIR/logs/$process.log ]] || fail "no log of $process in $DIR/logs"
        cat "$DIR/logs/$process.log"
    else
        tail -n 20 "$DIR"/logs/*.log
    fi
}
