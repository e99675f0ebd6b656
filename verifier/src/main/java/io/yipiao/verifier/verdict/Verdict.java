package io.yipiao.verifier.verdict;

import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader of a bill is told. Its type says what was proven, its kind says the rest; a bill's
 * facts can be had from a {@link Proven} verdict only.
 */
public sealed interface Verdict {

    VerdictKind kind();

    /** Why it is this kind, the first the weightiest. */
    List<Remark> reasons();

    /** What must be said beside it, such as that the trust list is stale. */
    List<Remark> notices();

    /** Kinds further down the table that hold too. */
    default List<VerdictKind> also() {
        return List.of();
    }

    /** The sentence that a page begins with. */
    default Sentence sentence() {
        return kind().sentence();
    }

    /**
     * Nothing is proven: UNREAD, ALTERED or UNKNOWN.
     *
     * @param untrusted what was read nevertheless, for a clerk, marked as not to be trusted
     */
    record Unproven(
            VerdictKind kind,
            List<Remark> reasons,
            List<Remark> notices,
            Optional<QrPayload> untrusted)
            implements Verdict {
        private static final Set<VerdictKind> KINDS =
                EnumSet.of(VerdictKind.UNREAD, VerdictKind.ALTERED, VerdictKind.UNKNOWN);

        public Unproven {
            require(KINDS.contains(kind), kind);
            reasons = List.copyOf(reasons);
            notices = List.copyOf(notices);
        }
    }

    /**
     * The seal verifies under a key that was taken out of use, and nothing shows that the bill was
     * anchored before.
     *
     * @param key the key, with the instant of its revocation, for a clerk
     * @param unproven what the paper would have to print; whoever stole the key may have made it
     */
    record Revoked(List<Remark> reasons, List<Remark> notices, IssuerKey key, PrintedFacts unproven)
            implements Verdict {
        public Revoked {
            reasons = List.copyOf(reasons);
            notices = List.copyOf(notices);
        }

        @Override
        public VerdictKind kind() {
            return VerdictKind.REVOKED;
        }
    }

    /**
     * The seal holds.
     *
     * @param facts what it proves, to be compared with the paper
     * @param key whose seal it is
     */
    record Proven(
            VerdictKind kind,
            List<Remark> reasons,
            List<Remark> notices,
            List<VerdictKind> also,
            PrintedFacts facts,
            IssuerKey key)
            implements Verdict {
        private static final Set<VerdictKind> NEVER =
                EnumSet.of(
                        VerdictKind.UNREAD,
                        VerdictKind.ALTERED,
                        VerdictKind.UNKNOWN,
                        VerdictKind.REVOKED,
                        VerdictKind.ELSEWHERE);

        public Proven {
            require(!NEVER.contains(kind), kind);
            reasons = List.copyOf(reasons);
            notices = List.copyOf(notices);
            also = List.copyOf(also);
        }
    }

    /**
     * A bill issued elsewhere: nothing of its face is proven, only what became of it here is known.
     *
     * @param face what it says of itself, all of it unverified
     */
    record Elsewhere(
            VerdictKind kind,
            List<Remark> reasons,
            List<Remark> notices,
            List<VerdictKind> also,
            Face.Foreign face)
            implements Verdict {
        private static final Set<VerdictKind> KINDS =
                EnumSet.of(
                        VerdictKind.CONFLICT,
                        VerdictKind.REVERSED,
                        VerdictKind.FULL,
                        VerdictKind.HELD,
                        VerdictKind.ELSEWHERE);

        public Elsewhere {
            require(KINDS.contains(kind), kind);
            reasons = List.copyOf(reasons);
            notices = List.copyOf(notices);
            also = List.copyOf(also);
        }

        @Override
        public Sentence sentence() {
            return kind.sentenceElsewhere();
        }
    }

    private static void require(boolean isOfThisType, VerdictKind kind) {
        if (!isOfThisType) {
            throw new IllegalArgumentException("not a verdict of this type: " + kind);
        }
    }
}
