package io.yipiao.gateway.alarm;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of an alarm, kept as canonical JSON, its members named by {@link Fact}. */
public final class Facts {
    public static final Facts NONE = new Facts(Map.of());

    private final EnumMap<Fact, String> values;

    private Facts(Map<Fact, String> values) {
        values.forEach(Fact::check);
        this.values = new EnumMap<>(Fact.class);
        this.values.putAll(values);
    }

    public static Facts of(Fact fact, Object value) {
        return NONE.and(fact, value);
    }

    /** These and one more. */
    public Facts and(Fact fact, Object value) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(values);
        more.put(fact, value.toString());
        return new Facts(more);
    }

    public Optional<String> find(Fact fact) {
        return Optional.ofNullable(values.get(fact));
    }

    /** All of them in the order of {@link Fact}. */
    public Map<Fact, String> all() {
        return Collections.unmodifiableMap(values);
    }

    /** As it is kept. */
    public String json() {
        SortedMap<String, Json> members = new TreeMap<>();
        values.forEach((fact, value) -> members.put(fact.name(), new Json.Text(value)));
        return Jcs.text(new Json.Members(members));
    }

    /** Reads what {@link #json} wrote. */
    public static Facts read(String json) {
        try {
            Json.Members members = Jcs.parseObject(json.getBytes(StandardCharsets.UTF_8));
            Map<Fact, String> values = new EnumMap<>(Fact.class);
            for (String name : members.values().keySet()) {
                values.put(Fact.valueOf(name), members.text(name));
            }
            return new Facts(values);
        } catch (FieldException e) {
            throw new IllegalStateException("stored facts do not read: " + e.field(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && values.equals(facts.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
