package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.SortedSet;
import java.util.TreeSet;

/** Sets of numbers as lists in ascending order. */
final class Numbers {
    private Numbers() {}

    static SortedSet<Integer> read(Json.Items items) throws FieldException {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Json item : items.values()) {
            if (!(item instanceof Json.Whole number)) {
                throw new FieldException("number", "a whole number", Json.nameOf(item));
            }
            numbers.add(Math.toIntExact(number.value()));
        }
        return numbers;
    }

    static Json.Items write(SortedSet<Integer> numbers) {
        return new Json.Items(
                numbers.stream().<Json>map(number -> new Json.Whole(number)).toList());
    }
}
