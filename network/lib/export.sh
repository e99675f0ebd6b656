# shellcheck shell=bash
# An organisation's blocks in a file, for an auditor to carry away. Java reads them, as all clients do: Fabric's
# command line would start a program for each block.

export_blocks() {
    local organisation=${OPERANDS[0]:-} file=${OPERANDS[1]:-} jar=$NETWORK_HOME/target/network.jar
    [[ -n ${MSP[$organisation]:-} && -n $file ]] ||
        fail "export needs one of ${ORGANISATIONS[*]}, and a file: network/fabric export insurance insurance.blocks"
    [[ -f $DIR/client.json ]] || fail "the network in $DIR was never up"
    if [[ ! -f $jar || ! -d $NETWORK_HOME/target/lib ]]; then
        command -v mvn >/dev/null || fail "the exporting program is not built and there is no Maven: apt-get install maven"
        step "exporting program built" build_exporter
    fi
    "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp "$jar:$NETWORK_HOME/target/lib/*" io.yipiao.network.export.ExportCommand --client "$DIR/client.json" \
        ${LAST_BLOCK:+--last "$LAST_BLOCK"} "$organisation" "$file" || fail "$organisation's blocks were not exported"
}

build_exporter() {
    with_progress "building" "$DIR/logs/export-build.log" \
        env -C "$NETWORK_HOME/.." mvn --batch-mode --no-transfer-progress -pl network -am package -DskipTests ||
        fail "the exporting program could not be built: mvn -pl network -am package -DskipTests"
}

# The organisations' roots as yipiao-verify takes them: of this network's folders, fit for a trial. An auditor gets each root from its organisation.
export_roots() {
    local organisation list=
    for organisation in "${ORGANISATIONS[@]}"; do
        list+=",{\"msp\":\"${MSP[$organisation]}\",\"roots\":[\"$(awk '{printf "%s\\n", $0}' "$(identity_root "$organisation")")\"]}"
    done
    printf '{"organisations":[%s]}\n' "${list:1}"
}
