package io.yipiao.network.bench.row;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Batches of fingerprints that nobody has bills for, sealed before the clock runs. */
final class DrawnBatches {
    /** What the gateway lets travel together. */
    private static final int MOST_LEAVES = (1 << 20) / Digest.LENGTH;

    private static final int MOST_BATCHES = 64;

    private final Hospital hospital;

    DrawnBatches(Hospital hospital) {
        this.hospital = hospital;
    }

    /** Calls that anchor so many bills in batches of this size, packed as the gateway packs. */
    List<Call> calls(int bills, int size) {
        int together = Math.max(1, Math.min(MOST_BATCHES, MOST_LEAVES / size));
        List<Call> calls = new ArrayList<>();
        List<Batch> pack = new ArrayList<>();
        for (int made = 0; made < bills; made += size) {
            pack.add(drawn(Math.min(size, bills - made)));
            if (pack.size() == together) {
                calls.add(call(pack));
                pack.clear();
            }
        }
        if (!pack.isEmpty()) {
            calls.add(call(pack));
        }
        return calls;
    }

    private Batch drawn(int size) {
        List<Fingerprint> leaves = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            byte[] bytes = new byte[Digest.LENGTH];
            ThreadLocalRandom.current().nextBytes(bytes);
            leaves.add(new Fingerprint(Digest.of(bytes)));
        }
        return new Batch(hospital.issuer(), leaves);
    }

    private Call call(List<Batch> pack) {
        List<UploadHeader> headers = pack.stream().map(hospital::header).toList();
        Json items = new Json.Items(headers.stream().<Json>map(DrawnBatches::item).toList());
        Call call = Call.of(Caller.INTAKE, "anchor").with(items);
        for (Batch batch : pack) {
            call = call.with(batch.bytes());
        }
        return call;
    }

    private static Json.Members item(UploadHeader header) {
        return Json.object()
                .put("issuer", header.batch().issuer())
                .put("keySeq", header.keySeq())
                .put("size", header.batch().size())
                .put("root", header.batch().root().hex())
                .put("seal", header.seal().hex())
                .end();
    }
}
