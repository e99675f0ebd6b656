# shellcheck shell=bash
# What the network runs on: Fabric's programs, a JDK 25, the chaincode's jar. Each is found, or built, or asked for in one sentence.

readonly FABRIC_PROGRAMS=(peer orderer osnadmin discover configtxgen fabric-ca-server fabric-ca-client)

cache_dir() {
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/yipiao"
}

find_tools() {
    local tool
    for tool in openssl flock setsid tar gzip sha256sum; do
        command -v "$tool" >/dev/null || fail "$tool is missing: on Debian, apt-get install openssl util-linux tar gzip coreutils"
    done
    openssl dgst -sm3 </dev/null >/dev/null 2>&1 || fail "this openssl has no SM3: version 1.1.1 or later is needed (Debian package openssl)"
}

# In this order: the operator's folder, the PATH, the pinned release built once and kept.
find_fabric_programs() {
    local program
    if [[ -n ${FABRIC_BIN:-} ]]; then
        FABRIC_PROGRAMS_DIR=$(realpath -m "$FABRIC_BIN")
    elif command -v peer >/dev/null; then
        FABRIC_PROGRAMS_DIR=$(dirname "$(command -v peer)")
    else
        FABRIC_PROGRAMS_DIR=$(cache_dir)/fabric-$(cat "$NETWORK_HOME"/programs/{go.mod,go.sum,mend.sed} | sha256sum | cut -c1-16)
        [[ -d $FABRIC_PROGRAMS_DIR ]] || build_fabric_programs "$FABRIC_PROGRAMS_DIR"
    fi
    for program in "${FABRIC_PROGRAMS[@]}"; do
        [[ -x $FABRIC_PROGRAMS_DIR/$program ]] ||
            fail "$FABRIC_PROGRAMS_DIR has no $program: the folder must hold ${FABRIC_PROGRAMS[*]} of one 2.5.x release (set FABRIC_BIN to such a folder)"
    done
    refuse_other_releases
}

# Built from source a program calls itself "latest"; one that names another release than 2.5 is not what the configuration is written for.
refuse_other_releases() {
    local says
    says=$("$FABRIC_PROGRAMS_DIR/peer" version 2>&1) || fail "$FABRIC_PROGRAMS_DIR/peer does not run: $says"
    if [[ $says =~ Version:\ v?([0-9]+\.[0-9]+) && ${BASH_REMATCH[1]} != 2.5 ]]; then
        fail "$FABRIC_PROGRAMS_DIR/peer is Fabric ${BASH_REMATCH[1]}; this network needs a 2.5.x (set FABRIC_BIN)"
    fi
    if [[ $says =~ Version:\ v?2\.5\.0($|[[:space:]]) ]]; then
        fail "$FABRIC_PROGRAMS_DIR/peer is Fabric 2.5.0, whose orderers may never start again (hyperledger/fabric issue 4199): take 2.5.1 or later (set FABRIC_BIN)"
    fi
}

# Built beside its place and renamed, so that the folder either is complete or is not there; two builds take turns.
build_fabric_programs() {
    local target=$1 building
    require_go
    mkdir -p "$(dirname "$target")"
    (
        flock 8
        [[ ! -d $target ]] || exit 0
        rm -rf "$target".?????? # what an interrupted build left
        building=$(mktemp -d "$target.XXXXXX")
        trap 'rm -rf "$building"' EXIT
        tell "building Fabric's programs once, from pinned sources, into $target"
        compile_fabric_programs "$building"
        mv "$building/bin" "$target"
    ) 8>"$target.lock"
}

require_go() {
    local version
    command -v go >/dev/null || fail "Go 1.24 or later is needed to build Fabric's programs: install it from https://go.dev/dl (Debian's golang-go if new enough), or set FABRIC_BIN"
    version=$(GOTOOLCHAIN=local go env GOVERSION)
    if ! [[ $version =~ ^go1\.([0-9]+) ]] || ((BASH_REMATCH[1] < 24)); then
        fail "Go 1.24 or later is needed to build Fabric's programs, $version is installed: see https://go.dev/dl, or set FABRIC_BIN"
    fi
    command -v gcc >/dev/null || fail "gcc is needed to build Fabric's programs: apt-get install gcc libc6-dev, or set FABRIC_BIN"
}

compile_fabric_programs() {
    local building=$1
    mkdir "$building/bin"
    with_progress "fetching Fabric's sources" "$building/log" \
        env -C "$NETWORK_HOME/programs" GOTOOLCHAIN=local go mod download ||
        fail "fetching Fabric's sources failed (go mod download in $NETWORK_HOME/programs)"
    mend_orderer "$building"
    with_progress "building Fabric's programs (2 to 5 minutes)" "$building/log" \
        env -C "$NETWORK_HOME/programs" GOTOOLCHAIN=local GOBIN="$building/bin" CGO_ENABLED=1 \
        go install -v -mod=readonly -modfile="$building/go.mod" -trimpath tool ||
        fail "building Fabric's programs failed (go install in $NETWORK_HOME/programs)"
}

# The sources stay as they were fetched: a copy of them is mended, and go.mod's copy says to take that instead.
mend_orderer() {
    local building=$1 fetched file
    fetched=$(env -C "$NETWORK_HOME/programs" GOTOOLCHAIN=local go list -mod=readonly -m -f '{{.Dir}}' github.com/hyperledger/fabric)
    cp -r "$fetched" "$building/fabric"
    chmod -R u+w "$building/fabric"
    for file in orderer/consensus/etcdraft/{storage,chain}.go; do
        sed -i -f "$NETWORK_HOME/programs/mend.sed" "$building/fabric/$file"
        ! cmp -s "$fetched/$file" "$building/fabric/$file" ||
            fail "programs/mend.sed changes nothing in $file: is it still needed with the Fabric of programs/go.mod?"
    done
    cp "$NETWORK_HOME"/programs/go.{mod,sum} "$building"
    printf '\nreplace github.com/hyperledger/fabric => %s\n' "$building/fabric" >>"$building/go.mod"
}

# with_progress WHAT LOG COMMAND…: says every few seconds that it goes on, and what its last line was; on failure shows the log's end.
with_progress() {
    local what=$1 log=$2 began latest worker
    shift 2
    began=$(now_ms)
    "$@" >"$log" 2>&1 8>&- 9>&- &
    worker=$!
    while sleep 3 && kill -0 "$worker" 2>/dev/null; do
        latest=$(tail -n 1 "$log")
        tell "$what, $((($(now_ms) - began) / 1000)) s: ${latest:0:80}"
    done
    wait "$worker" && return
    tail -n 20 "$log" >&2
    return 1
}

find_java() {
    local home
    for home in "${JAVA_HOME_25:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* \
        "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /nowhere/bin/java)")")")"; do
        if [[ -x $home/bin/java && -f $home/release ]] && grep -q '^JAVA_VERSION="25' "$home/release"; then
            JAVA=$home/bin/java
            return
        fi
    done
    fail "no JDK 25 found: install Debian's temurin-25-jdk from https://adoptium.net (or openjdk-25-jdk), or set JAVA_HOME_25"
}

# A copy is run, so that rebuilding the checkout does not pull the jar from under a running network.
find_chaincode() {
    local built=${YIPIAO_CHAINCODE:-$NETWORK_HOME/../chaincode/target}
    if [[ -z ${YIPIAO_CHAINCODE:-} && (! -f $built/chaincode.jar || ! -d $built/lib) ]]; then
        command -v mvn >/dev/null || fail "the chaincode is not built and there is no Maven: apt-get install maven"
        step "chaincode built" build_chaincode
    fi
    [[ -f $built/chaincode.jar && -d $built/lib ]] || fail "$built must hold chaincode.jar and lib/"
    CHAINCODE_BUILT=$built
}

build_chaincode() {
    with_progress "building the chaincode" "$DIR/logs/chaincode-build.log" \
        env -C "$NETWORK_HOME/.." mvn --batch-mode --no-transfer-progress -pl chaincode -am package -DskipTests ||
        fail "the chaincode could not be built: mvn -pl chaincode -am package -DskipTests"
}
