package io.yipiao.verifier.audit;

/**
 * Which transaction wrote a value; Fabric calls it the value's version.
 *
 * @param block the block's number
 * @param transaction the transaction's place in it, from 0
 */
record Version(long block, int transaction) {
    @Override
    public String toString() {
        return "transaction " + transaction + " of block " + block;
    }
}
