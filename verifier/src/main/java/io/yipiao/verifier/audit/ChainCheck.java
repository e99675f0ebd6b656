package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.protos.common.Block;

/** That blocks follow one another, each naming the hash of the one before and of its own data. */
final class ChainCheck {
    private final Breaches breaches;
    private ByteString lastHash = ByteString.EMPTY;
    private long next;

    ChainCheck(Breaches breaches) {
        this.breaches = breaches;
    }

    long next() {
        return next;
    }

    ByteString lastHash() {
        return lastHash;
    }

    /** Whether this is the next block; if it is not, nothing after it can be judged. */
    boolean follows(Block block) {
        long number = block.getHeader().getNumber();
        if (number != next) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.ORDER,
                            next,
                            "block %d stands in the place of block %d".formatted(number, next)));
            return false;
        }
        if (!block.getHeader().getPreviousHash().equals(lastHash)) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.CHAIN,
                            number,
                            "it does not name the hash of the block before"));
        }
        if (!BlockHash.ofData(block.getData()).equals(block.getHeader().getDataHash())) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.DATA,
                            number,
                            "its data do not have the hash of its header"));
        }
        lastHash = BlockHash.of(block.getHeader());
        next++;
        return true;
    }
}
