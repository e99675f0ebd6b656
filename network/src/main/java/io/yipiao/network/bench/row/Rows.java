package io.yipiao.network.bench.row;

import io.yipiao.network.bench.Measurement;

import java.util.List;

/** All rows, those first that the later ones find filled tables and blocks by. */
public final class Rows {
    private Rows() {}

    public static List<Measurement> all() {
        Claimants claimants = new Claimants();
        return List.of(
                new StartRow(),
                new QrRow(),
                new LatencyRow(claimants),
                new StampRow(claimants),
                new VerifyRow(claimants),
                new IngestRow(),
                new AnchorRow(),
                new RebuildRow(),
                new FlatRow(claimants));
    }
}
