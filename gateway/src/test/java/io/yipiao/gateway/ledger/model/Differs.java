package io.yipiao.gateway.ledger.model;

/** Model and ledger do not agree about a sequence. */
final class Differs extends Exception {
    private final int scene;
    private final int step;

    /**
     * @param what where they differ
     */
    Differs(int scene, int step, String what, Object model, Object ledger) {
        this(scene, step, what + "\n  model  " + model + "\n  ledger " + ledger);
    }

    Differs(int scene, int step, String told) {
        super(told);
        this.scene = scene;
        this.step = step;
    }

    /** Which sequence of the group. */
    int scene() {
        return scene;
    }

    /** After which of its moves. */
    int step() {
        return step;
    }
}
