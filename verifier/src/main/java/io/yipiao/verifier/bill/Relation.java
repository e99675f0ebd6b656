package io.yipiao.verifier.bill;

/**
 * What a bill says of another.
 *
 * @param kind how the two are related
 * @param of the other bill
 */
public record Relation(Kind kind, BillId of) {

    /** The relations, with the byte that names each in a core; 0 there means none. */
    public enum Kind {
        /** A red bill (红票): the whole of the other is taken back. */
        REVERSES(1),
        /** The bill reissued after a partial refund. */
        REPLACES(2),
        /** The same bill again on paper (换开). */
        EXCHANGES(3);

        private final int tag;

        Kind(int tag) {
            this.tag = tag;
        }

        public int tag() {
            return tag;
        }

        /** The relation a byte other than 0 names. */
        public static Kind ofTag(int tag) throws FieldException {
            for (Kind kind : values()) {
                if (kind.tag == tag) {
                    return kind;
                }
            }
            throw new FieldException("relation", "0 to 3", Integer.toString(tag));
        }
    }
}
