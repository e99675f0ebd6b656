package io.yipiao.verifier.bill;

import java.util.function.Supplier;

/**
 * Why a value cannot exist. Constructors throw it, since a caller who builds from checked parts
 * need not expect it; the factories that take outside parts turn it into the {@link FieldException}
 * it carries.
 */
final class InvalidValue extends IllegalArgumentException {
    private final FieldException fault;

    InvalidValue(String field, String expected, String found) {
        this(new FieldException(field, expected, found));
    }

    private InvalidValue(FieldException fault) {
        super(fault.getMessage(), fault);
        this.fault = fault;
    }

    /** Builds a value from outside parts. */
    static <T> T orFault(Supplier<T> construction) throws FieldException {
        try {
            return construction.get();
        } catch (InvalidValue e) {
            throw e.fault;
        }
    }
}
