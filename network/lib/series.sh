# shellcheck shell=bash
# Number series (号段), which Finance opens.

# A series is for good, so what is asked for is shown with the answer.
open_series() {
    local code=$1 from=$2 to=$3 issuer=$4 asked answer
    [[ $code =~ ^[0-9]{8}$ ]] || fail "series needs the bill code: 8 digits, found '$code'"
    [[ $from =~ ^[0-9]{10}$ ]] || fail "series needs its first number: 10 digits, found '$from'"
    [[ $to =~ ^[0-9]{10}$ ]] || fail "series needs its last number: 10 digits, found '$to'"
    [[ ! $to < $from ]] || fail "the last number $to is before the first, $from"
    [[ $issuer =~ ^[1-9][0-9]{0,9}$ ]] || fail "series needs the number of an enrolled hospital, found '$issuer'"
    asked=$(printf '{"code":"%s","from":"%s","to":"%s","issuer":%s}' "$code" "$from" "$to" "$issuer")
    answer=$(invoke finance admin openSeries "$asked") || fail "openSeries $asked was refused: $answer"
    tell "opened as Finance's administrator: $asked ${answer##*payload:}"
}
