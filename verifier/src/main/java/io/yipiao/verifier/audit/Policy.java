package io.yipiao.verifier.audit;

import java.util.List;

/** Whose signatures together suffice. */
interface Policy {
    /** Whether these do, who have all signed, each of them once in the list. */
    boolean isSatisfiedBy(List<Signer> signers);
}
