package io.yipiao.gateway.ledger.fabric;

import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network tells its clients:
 *
 * <pre>
 * {"channel", "chaincode", "organisations": [{"msp", "roots": [file], "peers": [{"address": "host:port",
 *   "serverName", "tlsRoot": file}], "identities": {role: {"certificate": file, "key": file}}}]}
 * </pre>
 *
 * @param channel the channel's name
 * @param chaincode the chaincode's name, which is the namespace of its keys
 * @param roots certificates of the organisations' identity authorities, PEM files
 * @param peers the peers of each organisation, those to ask first in front
 * @param identities who we may act as
 */
record ClientFile(
        String channel,
        String chaincode,
        Map<Organisation, List<Path>> roots,
        Map<Organisation, List<Peer>> peers,
        Map<Caller, IdentityFiles> identities) {

    /** Where a peer listens and how it proves to be the one. */
    record Peer(String address, String serverName, Path tlsRoot) {
        static Peer read(Json.Members peer) throws FieldException {
            return new Peer(
                    peer.text("address"), peer.text("serverName"), Path.of(peer.text("tlsRoot")));
        }
    }

    /** A certificate and its key, PEM. */
    record IdentityFiles(Path certificate, Path key) {
        static IdentityFiles read(Json.Members identity) throws FieldException {
            return new IdentityFiles(
                    Path.of(identity.text("certificate")), Path.of(identity.text("key")));
        }
    }

    ClientFile {
        roots = Map.copyOf(roots);
        peers = Map.copyOf(peers);
        identities = Map.copyOf(identities);
    }

    static ClientFile read(Path file) throws IOException {
        try {
            return read(JsonReader.readObject(Files.readAllBytes(file)));
        } catch (FieldException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The certificates themselves, PEM. */
    Map<Organisation, List<String>> rootCertificates() throws IOException {
        Map<Organisation, List<String>> certificates = new EnumMap<>(Organisation.class);
        for (Map.Entry<Organisation, List<Path>> entry : roots.entrySet()) {
            List<String> pems = new ArrayList<>();
            for (Path root : entry.getValue()) {
                pems.add(Files.readString(root));
            }
            certificates.put(entry.getKey(), pems);
        }
        return certificates;
    }

    private static ClientFile read(Json.Members json) throws FieldException {
        Map<Organisation, List<Path>> roots = new EnumMap<>(Organisation.class);
        Map<Organisation, List<Peer>> peers = new EnumMap<>(Organisation.class);
        Map<Caller, IdentityFiles> identities = new HashMap<>();
        for (Json.Members entry : json.items("organisations").objects("organisations")) {
            Organisation organisation = Organisation.ofMsp(entry.text("msp"));
            roots.put(
                    organisation,
                    entry.items("roots").texts("roots").stream().map(Path::of).toList());
            List<Peer> own = new ArrayList<>();
            for (Json.Members peer : entry.items("peers").objects("peers")) {
                own.add(Peer.read(peer));
            }
            peers.put(organisation, List.copyOf(own));
            Json.Members roles = entry.object("identities");
            for (String role : roles.values().keySet()) {
                identities.put(
                        new Caller(organisation, role), IdentityFiles.read(roles.object(role)));
            }
        }
        return new ClientFile(
                json.text("channel"), json.text("chaincode"), roots, peers, identities);
    }
}
