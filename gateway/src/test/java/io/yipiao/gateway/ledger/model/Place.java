package io.yipiao.gateway.ledger.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands at a place of the ledger: nothing known but red bills, a bill, or a paper of one.
 *
 * @param content what was opened; none while only red bills are known
 * @param provenance ISSUED, EXCHANGED or CLAIMED
 * @param aliasOf where the bill of a paper stands
 * @param other the second content of a conflict
 * @param reds red bills that wait
 * @param replacedBy issuers who replaced a bill that is not known yet
 */
record Place(
        Optional<Content> content,
        String provenance,
        Optional<String> aliasOf,
        Optional<String> replaces,
        Optional<Content> other,
        Optional<String> red,
        List<Red> reds,
        SortedSet<Long> replacedBy,
        List<Part> parts,
        List<Map<String, Object>> attested) {
    static final Place UNKNOWN =
            new Place(
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    new TreeSet<>(),
                    List.of(),
                    List.of());

    /** A red bill as it meets its original. */
    record Red(String index, long issuer, long total) {
        boolean countsFor(Content original) {
            return issuer == original.issuer() && total == original.total();
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("index", index);
            json.put("issuer", issuer);
            json.put("total", total);
            return json;
        }
    }

    boolean awaiting() {
        return content.isEmpty();
    }

    boolean alias() {
        return aliasOf.isPresent();
    }

    Content bill() {
        return content.orElseThrow();
    }

    long free() {
        long occupied = parts.stream().filter(Part::occupied).mapToLong(Part::fen).sum();
        return (red.isPresent() ? 0 : bill().claimable()) - occupied;
    }

    boolean isOccupied() {
        return parts.stream().anyMatch(Part::occupied);
    }

    /** The latest first. */
    List<Part> of(String payer, String claim) {
        return parts.reversed().stream().filter(part -> part.isOf(payer, claim)).toList();
    }

    Place known(String by, Content as, Optional<String> instead) {
        return new Place(
                Optional.of(as),
                by,
                aliasOf,
                instead,
                other,
                red,
                List.of(),
                new TreeSet<>(),
                parts,
                attested);
    }

    Place with(List<Part> others) {
        return new Place(
                content,
                provenance,
                aliasOf,
                replaces,
                other,
                red,
                reds,
                replacedBy,
                others,
                attested);
    }

    Place waiting(List<Red> more) {
        return new Place(
                content,
                provenance,
                aliasOf,
                replaces,
                other,
                red,
                more,
                replacedBy,
                parts,
                attested);
    }

    Place replacedBy(long issuer) {
        SortedSet<Long> more = new TreeSet<>(replacedBy);
        more.add(issuer);
        return new Place(
                content, provenance, aliasOf, replaces, other, red, reds, more, parts, attested);
    }

    Place pointingAt(String bill) {
        return new Place(
                content,
                "ISSUED",
                Optional.of(bill),
                replaces,
                other,
                red,
                reds,
                replacedBy,
                parts,
                attested);
    }

    Place attesting(List<Map<String, Object>> more) {
        List<Map<String, Object>> all = new ArrayList<>(attested);
        all.addAll(more);
        return new Place(
                content, provenance, aliasOf, replaces, other, red, reds, replacedBy, parts, all);
    }

    Place contradicted(Content second) {
        return new Place(
                content,
                provenance,
                aliasOf,
                replaces,
                Optional.of(other.orElse(second)),
                red,
                reds,
                replacedBy,
                parts,
                attested);
    }

    Place takenBack(String by) {
        return new Place(
                content,
                provenance,
                aliasOf,
                replaces,
                other,
                Optional.of(by),
                reds,
                replacedBy,
                Part.joined(parts.stream().map(Part::takenBack).toList()),
                attested);
    }

    /** Taken back by the first of these that counts, unless it is already. */
    Place after(List<Red> waited) {
        return red.isPresent()
                ? this
                : waited.stream()
                        .filter(one -> one.countsFor(bill()))
                        .findFirst()
                        .map(one -> takenBack(one.index()))
                        .orElse(this);
    }

    /** As it stands on the ledger, but for the digests of requests. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (awaiting()) {
            json.put("state", "AWAITING");
            json.put("reds", reds.stream().<Object>map(Red::json).toList());
            if (!replacedBy.isEmpty()) {
                json.put("replacedBy", List.<Object>copyOf(replacedBy));
            }
            return json;
        }
        String open = alias() ? "ALIAS" : "OPEN";
        json.put("state", other.isPresent() ? "CONFLICT" : open);
        json.put("provenance", provenance);
        json.putAll(sealed(bill()));
        aliasOf.ifPresent(value -> json.put("aliasOf", value));
        replaces.ifPresent(value -> json.put("replaces", value));
        red.ifPresent(value -> json.put("red", value));
        other.ifPresent(value -> json.put("other", sealed(value)));
        if (!reds.isEmpty()) {
            json.put("reds", reds.stream().<Object>map(Red::json).toList());
        }
        if (!attested.isEmpty()) {
            json.put("attested", attested.stream().<Object>map(Place::shown).toList());
        }
        json.put("shares", parts.stream().<Object>map(Part::json).toList());
        return json;
    }

    private static Map<String, Object> shown(Map<String, Object> attestation) {
        Map<String, Object> shown = new LinkedHashMap<>(attestation);
        shown.remove("request");
        return shown;
    }

    private static Map<String, Object> sealed(Content content) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fingerprint", content.fingerprint());
        json.put("issuer", content.issuer());
        json.put("total", content.total());
        json.put("claimable", content.claimable());
        return json;
    }
}
