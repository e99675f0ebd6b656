package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.Nfc;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.TreeMap;

/** JSON values of every sort, for property tests. */
public final class AnyJson {
    private AnyJson() {}

    public static Arbitrary<Json> arbitrary() {
        return value(3).withoutEdgeCases();
    }

    private static Arbitrary<Json> value(int levels) {
        Arbitrary<Json> leaf =
                Arbitraries.oneOf(
                        text().map(Json.Text::new),
                        Arbitraries.longs()
                                .between(-Json.Whole.LARGEST, Json.Whole.LARGEST)
                                .map(Json.Whole::new),
                        Arbitraries.of(true, false).map(Json.Flag::new),
                        Arbitraries.just(new Json.Nothing()));
        if (levels == 0) {
            return leaf;
        }
        Arbitrary<Json> inner = Arbitraries.lazy(() -> value(levels - 1));
        Arbitrary<Json> list = inner.list().ofMaxSize(4).map(Json.Items::new);
        Arbitrary<Json> object =
                Combinators.combine(
                                text().list().uniqueElements().ofSize(4), inner.list().ofSize(4))
                        .as((names, values) -> {
                            TreeMap<String, Json> members = new TreeMap<>();
                            for (int i = 0; i < names.size(); i++) {
                                members.put(names.get(i), values.get(i));
                            }
                            return new Json.Members(members);
                        });
        return Arbitraries.oneOf(leaf, list, object);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(12).filter(Nfc::is);
    }
}
