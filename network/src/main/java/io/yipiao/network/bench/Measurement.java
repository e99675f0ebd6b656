package io.yipiao.network.bench;

import java.util.List;

/** Measures a row, or a few that share their preparation. */
public interface Measurement {
    /** By which it is asked for. */
    String id();

    List<Line> measure(Stage stage) throws Exception;
}
