package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Endorsers;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.messages.RootsFile;

import org.hyperledger.fabric.protos.peer.Endorsement;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The channel's three organisations, with the clients that a demonstration network has. Their keys
 * are made at the first start and kept below {@code organisations/}.
 */
final class Members {
    private static final List<Caller> CLIENTS =
            List.of(
                    Caller.INTAKE,
                    Caller.ADMIN,
                    Caller.SUPERVISOR,
                    Caller.claims("basic"),
                    Caller.claims("serious"),
                    Caller.claims("assistance"),
                    Caller.claims("commercial"),
                    new Caller(Organisation.HOSPITAL, "intake"),
                    new Caller(Organisation.FINANCE, "admin"));

    private final Map<Organisation, Member> members = new EnumMap<>(Organisation.class);
    private final Map<Caller, ClientIdentity> clients = new HashMap<>();

    private Members() {}

    /** Reads the organisations of a folder and makes what is missing. */
    static Members open(Path folder) throws IOException {
        Members members = new Members();
        try {
            for (Organisation organisation : Organisation.values()) {
                members.open(organisation, folder.resolve(nameOf(organisation)));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the organisations' keys could not be made", e);
        }
        return members;
    }

    /** The identity of a caller, who must be one of the clients. */
    ClientIdentity client(Caller caller) {
        ClientIdentity client = clients.get(caller);
        if (client == null) {
            throw new IllegalArgumentException(
                    "no identity " + caller.role() + " of " + caller.organisation().msp());
        }
        return client;
    }

    /** Has both organisations sign. */
    List<Endorsement> endorse(Endorsers pair, ByteString response) {
        return pair.organisations().stream()
                .map(organisation -> member(organisation).endorse(response))
                .toList();
    }

    /** Whether the channel's policy holds: AND(Insurance, OR(Hospital, Finance)). */
    boolean satisfied(ByteString response, List<Endorsement> endorsements) {
        return signed(Organisation.INSURANCE, response, endorsements)
                && (signed(Organisation.HOSPITAL, response, endorsements)
                        || signed(Organisation.FINANCE, response, endorsements));
    }

    /** By whose authority the members' peers sign. */
    byte[] roots() {
        Map<Organisation, List<String>> roots = new EnumMap<>(Organisation.class);
        members.forEach((organisation, member) -> roots.put(organisation, List.of(member.root())));
        return RootsFile.bytes(roots);
    }

    private Member member(Organisation organisation) {
        Member member = members.get(organisation);
        if (member == null) {
            throw new IllegalStateException("no keys of " + organisation);
        }
        return member;
    }

    private boolean signed(
            Organisation organisation, ByteString response, List<Endorsement> endorsements) {
        Member member = member(organisation);
        return endorsements.stream().anyMatch(one -> member.endorsed(response, one));
    }

    private void open(Organisation organisation, Path folder)
            throws IOException, GeneralSecurityException {
        String name = nameOf(organisation);
        Path home = folder.resolve("ca");
        Credential root = Credential.read(home).orElse(null);
        if (root == null) {
            root = Authority.found(name);
            root.write(home);
        }
        Authority authority = new Authority(root);
        Credential peer =
                credential(folder.resolve("peer"), authority, "peer0." + name, "peer", Map.of());
        members.put(organisation, new Member(organisation, root.pem(), peer));
        for (Caller caller : CLIENTS) {
            if (caller.organisation() == organisation) {
                openClient(caller, folder.resolve("clients"), authority);
            }
        }
    }

    private void openClient(Caller caller, Path folder, Authority authority)
            throws IOException, GeneralSecurityException {
        Credential credential =
                credential(
                        folder.resolve(caller.role()),
                        authority,
                        caller.role().replace('/', '-'),
                        "client",
                        attributesOf(caller));
        String msp = caller.organisation().msp();
        clients.put(
                caller,
                new ClientIdentity(
                        new io.yipiao.chaincode.state.Caller(
                                msp, Authority.attributes(credential.certificate())),
                        credential.serialized(msp)));
    }

    private static Credential credential(
            Path folder,
            Authority authority,
            String name,
            String unit,
            Map<String, String> attributes)
            throws IOException, GeneralSecurityException {
        Credential kept = Credential.read(folder).orElse(null);
        if (kept != null) {
            return kept;
        }
        Credential made = authority.certify(name, unit, attributes);
        made.write(folder);
        return made;
    }

    private static Map<String, String> attributesOf(Caller caller) {
        String[] parts = caller.role().split("/", 2);
        return parts.length == 1
                ? Map.of("role", parts[0])
                : Map.of("role", parts[0], "payer", parts[1]);
    }

    private static String nameOf(Organisation organisation) {
        return organisation.name().toLowerCase(Locale.ROOT);
    }
}
