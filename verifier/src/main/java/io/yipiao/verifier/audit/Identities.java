package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.Member;
import io.yipiao.verifier.receipt.ReceiptException;
import io.yipiao.verifier.seal.SealPublicKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who signed, judged by the organisations of one configuration; the last few are remembered. Safe
 * for many threads.
 */
final class Identities {
    private static final int REMEMBERED = 1_000;

    private final Map<String, Msp> organisations;
    private final Map<ByteString, Known> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteString, Known> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Identities(Map<String, Msp> organisations) {
        this.organisations = organisations;
    }

    /** A signature and what it is said to be under. */
    record Signed(ByteString identity, ByteString signature, ByteString content) {}

    /** A member with its key, which is read once and so becomes quick to check by. */
    private record Known(Member member, SealPublicKey key, Signer signer) {}

    /** Those whose signatures are good, each once, and why the others are not. */
    record Counted(List<Signer> signers, List<String> others) {
        /** For a sentence: who signed well, and what is wrong with the rest. */
        String words() {
            Set<String> names = new TreeSet<>();
            signers.forEach(signer -> names.add(signer.msp() + "'s " + signer.kind()));
            String good = names.isEmpty() ? "nobody" : String.join(" and ", names);
            return others.isEmpty() ? good : good + "; " + String.join("; ", others);
        }
    }

    /** Checks one signature. */
    Signer check(Signed signed) throws UntrustedException {
        Known one = known(signed.identity());
        try {
            one.member.checkSignature(one.key, signed.content(), signed.signature());
        } catch (ReceiptException e) {
            throw new UntrustedException(String.valueOf(e.getMessage()));
        }
        return one.signer;
    }

    /** Checks all, and counts each member once. */
    Counted count(List<Signed> signatures) {
        List<Signer> signers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Set<Member> counted = new HashSet<>();
        for (Signed signed : signatures) {
            try {
                Signer signer = check(signed);
                if (counted.add(known(signed.identity()).member)) {
                    signers.add(signer);
                }
            } catch (UntrustedException e) {
                others.add(e.why());
            }
        }
        return new Counted(List.copyOf(signers), List.copyOf(others));
    }

    private synchronized Known known(ByteString identity) throws UntrustedException {
        Known one = known.get(identity);
        if (one == null) {
            one = judge(identity);
            known.put(identity, one);
        }
        return one;
    }

    private Known judge(ByteString identity) throws UntrustedException {
        try {
            Member member = Member.parse(identity);
            Msp msp = organisations.get(member.msp());
            if (msp == null) {
                throw new UntrustedException("the channel has no organisation " + member.msp());
            }
            return new Known(member, member.key(), msp.vouchFor(member));
        } catch (FieldException e) {
            throw new UntrustedException("an identity is malformed");
        } catch (ReceiptException e) {
            throw new UntrustedException(String.valueOf(e.getMessage()));
        }
    }
}
