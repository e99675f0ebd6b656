package io.yipiao.gateway.watch;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A peer that holds what a test gives it, and lies as a test wants it. */
final class TestPeer implements PeerView {
    private final PeerName name;
    private final List<PeerBlock> blocks = new ArrayList<>();
    private boolean silent;

    TestPeer(Organisation organisation) {
        this.name = new PeerName(organisation, "peer0." + organisation);
    }

    /** Makes its chain as long as this, all of it like everybody else's. */
    TestPeer holding(int height) {
        while (blocks.size() > height) {
            blocks.removeLast();
        }
        while (blocks.size() < height) {
            int number = blocks.size();
            blocks.add(new PeerBlock(number, hash('a', number), Optional.of(hash('c', number))));
        }
        return this;
    }

    /** From this block on it holds another chain. */
    TestPeer forkedAt(int number) {
        for (int i = number; i < blocks.size(); i++) {
            blocks.set(i, new PeerBlock(i, hash('b', i), Optional.of(hash('d', i))));
        }
        return this;
    }

    /** From this block on it made something else of the same blocks. */
    TestPeer committedOtherwiseAt(int number) {
        for (int i = number; i < blocks.size(); i++) {
            blocks.set(i, new PeerBlock(i, hash('a', i), Optional.of(hash('d', i))));
        }
        return this;
    }

    /** It says nothing, or speaks again. */
    void silent(boolean isSilent) {
        silent = isSilent;
    }

    static String hash(char chain, int number) {
        return Character.toString(chain) + "%063x".formatted(number);
    }

    @Override
    public PeerName peer() {
        return name;
    }

    @Override
    public long height() {
        speak();
        return blocks.size();
    }

    @Override
    public PeerBlock block(long number) {
        speak();
        if (number >= blocks.size()) {
            throw new LedgerUnavailable(name + " has no block " + number);
        }
        return blocks.get((int) number);
    }

    private void speak() {
        if (silent) {
            throw new LedgerUnavailable(name + " does not answer");
        }
    }
}
