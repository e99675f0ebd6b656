package io.yipiao.verifier.verdict;

/** How a verdict is meant, before any colour shows it. */
public enum Tone {
    GOOD,
    INFO,
    WAIT,
    STOP,
    MUTE
}
