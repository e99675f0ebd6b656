# shellcheck shell=bash
# client.json: all that a client of this network needs to know, with absolute paths.

write_client_json() {
    local organisation list=
    for organisation in "${ORGANISATIONS[@]}"; do
        list+=$',\n'$(client_organisation "$organisation")
    done
    printf '{"channel":"%s","chaincode":"%s","organisations":[\n%s\n]}\n' "$CHANNEL" "$CHAINCODE" "${list:2}" >"$DIR/client.json.new"
    mv "$DIR/client.json.new" "$DIR/client.json"
}

client_organisation() {
    local organisation=$1 name folder identities='' site peers=
    while read -r name _; do
        folder=$(organisation_dir "$organisation")/clients/$name/msp
        identities+=",\"$name\":{\"certificate\":\"$folder/signcerts/certificate.pem\",\"key\":\"$folder/keystore/key.pem\"}"
    done < <(clients_of "$organisation")
    for site in "${SITES[@]}"; do # the first is in front: a client asks the second when it is lost
        [[ ${site%2} == "$organisation" ]] || continue
        peers+=$(printf ',{"address":"127.0.0.1:%d","serverName":"%s","tlsRoot":"%s"}' \
            "$(port peer "$site")" "$(peer_name "$site")" "$(tls_root "$site")")
    done
    printf '{"msp":"%s","roots":["%s"],"peers":[%s],"identities":{%s}}' \
        "${MSP[$organisation]}" "$(identity_root "$organisation")" "${peers:1}" "${identities:1}"
}
