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
    local organisation=$1 name folder identities=
    while read -r name _; do
        folder=$(organisation_dir "$organisation")/clients/$name/msp
        identities+=",\"$name\":{\"certificate\":\"$folder/signcerts/certificate.pem\",\"key\":\"$folder/keystore/key.pem\"}"
    done < <(clients_of "$organisation")
    printf '{"msp":"%s","roots":["%s"],"peers":[{"address":"127.0.0.1:%d","serverName":"peer0.%s.yipiao","tlsRoot":"%s"}],"identities":{%s}}' \
        "${MSP[$organisation]}" "$(identity_root "$organisation")" "$(port peer "$organisation")" "$organisation" \
        "$(tls_root "$organisation")" "${identities:1}"
}
