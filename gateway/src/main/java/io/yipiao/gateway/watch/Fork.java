package io.yipiao.gateway.watch;

import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;

/** Two peers that hold different blocks of one number. */
record Fork(PeerName peer, PeerBlock block, PeerName other, PeerBlock otherBlock) {

    Subject subject() {
        return Subject.ledger(peer + "/" + other);
    }

    Facts facts() {
        Facts facts =
                Facts.of(Fact.HEIGHT, block.number())
                        .and(Fact.PEER, peer)
                        .and(Fact.OTHER_PEER, other)
                        .and(Fact.HASH, block.hash())
                        .and(Fact.OTHER_HASH, otherBlock.hash());
        for (String hash : block.commitHash().stream().toList()) {
            facts = facts.and(Fact.COMMIT_HASH, hash);
        }
        for (String hash : otherBlock.commitHash().stream().toList()) {
            facts = facts.and(Fact.OTHER_COMMIT_HASH, hash);
        }
        return facts;
    }
}
