package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.qr.QrPayload;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A QR code, whose seal was checked, beside something else that is said to be the same bill.
 *
 * @param differences what differs, in the paper's order
 * @param unseen what this comparison cannot see, so that its silence is no check
 */
public record Comparison(List<Difference> differences, Set<Field> unseen) {
    public Comparison {
        differences = List.copyOf(differences);
        unseen = Set.copyOf(unseen);
    }

    /** Whether all that could be compared is the same. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** Compares with what was typed from a paper. */
    public static Comparison withFace(QrPayload code, TypedFace face) {
        Core core = code.opening().core();
        Finder finder = new Finder();
        face.kind().ifPresent(kind -> finder.compare(Field.KIND, core.id().kind(), kind));
        finder.compare(Field.CODE, core.id().code(), face.code());
        finder.compare(Field.NUMBER, core.id().number(), face.number());
        finder.compare(Field.DATE, core.date(), face.date());
        finder.compare(Field.TOTAL, core.total(), face.amount());
        Set<Field> unseen =
                EnumSet.of(
                        Field.ISSUER,
                        Field.CLAIMABLE,
                        Field.RELATION,
                        Field.CHECK_CODE,
                        Field.PERSON,
                        Field.LEAVES);
        if (face.kind().isEmpty()) {
            unseen.add(Field.KIND);
        }
        return new Comparison(finder.found, unseen);
    }

    /**
     * Compares with a bill and its salts, which is all the issuer sealed: nothing stays unseen. Of
     * person and leaves the code holds one hash each, so it can tell that they differ and not
     * where; {@link BillDifference} names that, given a second file.
     */
    public static Comparison withFile(QrPayload code, SaltedBill file) {
        Opening sealed = code.opening();
        Opening presented = file.opening();
        Finder finder = new Finder();
        cores(sealed.core(), presented.core(), finder);
        finder.compare(Field.PERSON, sealed.person(), presented.person());
        finder.compare(Field.LEAVES, sealed.root(), presented.root());
        finder.compare(Field.SALT, sealed.salt(), presented.salt());
        return new Comparison(finder.found, Set.of());
    }

    private static void cores(Core sealed, Core presented, Finder finder) {
        finder.compare(Field.ISSUER, sealed.issuer(), presented.issuer());
        finder.compare(Field.KIND, sealed.id().kind(), presented.id().kind());
        finder.compare(Field.CODE, sealed.id().code(), presented.id().code());
        finder.compare(Field.NUMBER, sealed.id().number(), presented.id().number());
        finder.compare(Field.DATE, sealed.date(), presented.date());
        finder.compare(Field.TOTAL, sealed.total(), presented.total());
        finder.compare(Field.CLAIMABLE, sealed.claimable(), presented.claimable());
        finder.compare(Field.RELATION, text(sealed.relation()), text(presented.relation()));
    }

    private static String text(Optional<Relation> relation) {
        return relation.map(other -> other.kind() + " " + other.of()).orElse("");
    }

    /** Gathers what differs. */
    private static final class Finder {
        private final List<Difference> found = new ArrayList<>();

        private <T> void compare(Field field, T sealed, T presented) {
            if (!sealed.equals(presented)) {
                found.add(new Difference(field, show(sealed), show(presented)));
            }
        }

        private static String show(Object value) {
            return value instanceof Fen amount ? amount.yuan() : value.toString();
        }
    }
}
