package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.Receipt;

import org.hyperledger.fabric.protos.common.Envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The embedded ledger: all of it lies in one folder (blocks, organisations' keys, index keys, and
 * roots.json, by which its receipts are checked), is made there at the first start, and belongs to
 * one process at a time. What was committed survives a kill at any moment.
 */
public final class EmbeddedLedger implements LedgerClient {
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    private final Chain chain;
    private final Committer committer;
    private final Endorsing endorsing;
    private final byte[] roots;

    private EmbeddedLedger(Chain chain, Members members, IndexKeyFolder keys, Clock clock) {
        this.chain = chain;
        this.committer = new Committer(chain);
        this.endorsing =
                new Endorsing(
                        chain,
                        members,
                        keys.keys(),
                        clock,
                        "twice".equals(System.getProperty("yipiao.simulate")));
        this.roots = members.roots();
    }

    /**
     * Opens the ledger of a folder. A new one is given its first rules, by Insurance and Finance.
     * If the system property {@code yipiao.simulate} is {@code twice}, as in tests, each call is
     * simulated twice and must come out the same.
     *
     * @param clock dates the proposals
     */
    public static EmbeddedLedger open(Path folder, Clock clock) {
        try {
            Members members = Members.open(folder.resolve("organisations"));
            IndexKeyFolder keys = IndexKeyFolder.open(folder.resolve("index-keys"));
            Chain chain = new Chain(folder.resolve("blocks"), members);
            EmbeddedLedger ledger = new EmbeddedLedger(chain, members, keys, clock);
            Files.write(folder.resolve("roots.json"), ledger.roots);
            ledger.setRules(keys.rules());
            return ledger;
        } catch (IOException e) {
            throw new LedgerUnavailable(
                    "the embedded ledger in " + folder + " cannot be opened", e);
        }
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        return endorsing.answer(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused {
        Endorsing.Signed signed = endorsing.endorse(call);
        return new Endorsed(
                signed.proposed().id(),
                signed.envelope().toByteArray(),
                signed.answer().toByteArray());
    }

    @Override
    public Commit submit(byte[] envelope) {
        try {
            return committer.submit(Envelope.parseFrom(envelope)).get();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an endorsed envelope", e);
        } catch (ExecutionException e) {
            throw new LedgerUnavailable("the outcome is unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("interrupted, the outcome is unknown", e);
        }
    }

    @Override
    public Proved prove(Call call) throws Refused {
        Endorsing.Signed signed = endorsing.endorse(call);
        try {
            return new Proved(
                    signed.answer().toByteArray(),
                    Receipt.ofTransaction(signed.envelope().toByteString()).bytes());
        } catch (FieldException e) {
            throw new IllegalStateException("our own envelope is garbled", e);
        }
    }

    @Override
    public BlockStream blocks(long from) {
        return new ChainStream(chain, from);
    }

    @Override
    public long height() {
        return chain.height();
    }

    @Override
    public byte[] roots() {
        return roots.clone();
    }

    @Override
    public List<PeerView> peers() {
        return Arrays.stream(Organisation.values())
                .<PeerView>map(organisation -> new EmbeddedPeer(organisation, chain))
                .toList();
    }

    /**
     * Confirms a pending call as Finance's administrator, whom the demonstration has in the same
     * house; a real network's Finance does so by its own programs.
     *
     * @param digest the pending call's, 64 hexadecimal digits
     * @return what the confirmed call answered
     */
    public byte[] confirm(String digest) throws Refused {
        try {
            Json.Members pending =
                    Jcs.parseObject(evaluate(Call.of(FINANCE, "pending").with(digest)));
            Call call = Call.of(FINANCE, pending.text("function"));
            return carryOut(call.with(pending.required("arguments")));
        } catch (FieldException e) {
            throw new IllegalStateException("pending/" + digest + ": " + e.getMessage(), e);
        }
    }

    private void setRules(Json rules) throws IOException {
        Call call = Call.of(Caller.ADMIN, "setRules").with(rules);
        try {
            if (!Jcs.parseObject(evaluate(call)).text("outcome").equals("ALREADY")) {
                carryOut(call);
                carryOut(Call.of(FINANCE, "setRules").with(rules));
            }
        } catch (Refused | FieldException e) {
            throw new IOException("the first rules were refused", e);
        }
    }

    private byte[] carryOut(Call call) throws Refused {
        Endorsed endorsed = endorse(call);
        if (submit(endorsed.envelope()) instanceof Commit.Committed) {
            return endorsed.answer();
        }
        throw new LedgerUnavailable(call + " met another administrator's call; try again");
    }

    @Override
    public void close() {
        committer.close();
        try {
            chain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
