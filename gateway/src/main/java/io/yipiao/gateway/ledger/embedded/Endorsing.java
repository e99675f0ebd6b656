package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.chaincode.call.Registry;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Refused;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

import java.time.Clock;

/** Simulates calls by the chaincode's rules and has two organisations sign the outcome. */
final class Endorsing {
    private final Chain chain;
    private final Members members;
    private final IndexKeys keys;
    private final Clock clock;
    private final boolean twice;

    /**
     * @param twice whether each call is simulated a second time, which must read, write and answer
     *     the same: real endorsers would not agree otherwise
     */
    Endorsing(Chain chain, Members members, IndexKeys keys, Clock clock, boolean twice) {
        this.chain = chain;
        this.members = members;
        this.keys = keys;
        this.clock = clock;
        this.twice = twice;
    }

    /** A signed proposal, not submitted. */
    record Signed(Proposed proposed, Envelope envelope, ByteString answer) {}

    private record Outcome(ByteString answer, KVRWSet set) {}

    byte[] answer(Call call) throws Refused {
        return simulate(call, propose(call)).answer.toByteArray();
    }

    Signed endorse(Call call) throws Refused {
        Proposed proposed = propose(call);
        Outcome outcome = simulate(call, proposed);
        ByteString response = Envelopes.response(proposed, outcome.set, outcome.answer);
        Envelope envelope =
                Envelopes.envelope(proposed, response, members.endorse(call.endorsers(), response));
        return new Signed(proposed, envelope, outcome.answer);
    }

    private Proposed propose(Call call) {
        return Proposed.of(call, members.client(call.caller()), clock.instant());
    }

    private Outcome simulate(Call call, Proposed proposed) throws Refused {
        chain.sharedLock().lock();
        try {
            Outcome outcome = run(call, proposed);
            if (twice) {
                Outcome second = run(call, proposed);
                if (!outcome.equals(second)) {
                    throw new IllegalStateException(call + " is not deterministic");
                }
            }
            return outcome;
        } catch (Refusal refusal) {
            throw new Refused(refusal.code(), refusal.sentence());
        } finally {
            chain.sharedLock().unlock();
        }
    }

    private Outcome run(Call call, Proposed proposed) throws Refusal {
        Simulation simulation = new Simulation(chain, proposed);
        byte[] answer = Registry.invoke(call.argumentBytes(), call.secretBytes(), simulation, keys);
        return new Outcome(ByteString.copyFrom(answer), simulation.readWriteSet());
    }
}
