package io.yipiao.verifier.bill;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.just;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Identities, issuers, patients and what they suffer from. */
final class AnyParty {
    private static final String DIGITS = "0123456789";

    private AnyParty() {}

    static Arbitrary<BillId> id() {
        return Arbitraries.oneOf(id(true), id(false));
    }

    /** An identity of Finance's bills, or of the tax administration's invoices. */
    static Arbitrary<BillId> id(boolean fiscal) {
        if (fiscal) {
            return Combinators.combine(
                            Arbitraries.of(BillId.Kind.FISCAL, BillId.Kind.PAPER),
                            digits(8),
                            digits(10))
                    .as(BillId::new);
        }
        return Arbitraries.oneOf(
                Combinators.combine(just(BillId.Kind.VAT), digits(10), digits(8)).as(BillId::new),
                Combinators.combine(just(BillId.Kind.VAT), digits(12), digits(8)).as(BillId::new),
                digits(20).map(number -> new BillId(BillId.Kind.ALL_DIGITAL, "", number)));
    }

    static Arbitrary<Issuer> issuer() {
        Arbitrary<String> creditCodes =
                AnyText.of(DIGITS, 15)
                        .map(digits -> "12" + digits)
                        .map(code -> code + CheckCharacter.ofCreditCode(code));
        return Combinators.combine(
                        integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.of("H", "P"),
                        digits(11),
                        AnyText.upTo(100),
                        creditCodes.optional(0.5))
                .as((number, letter, digits, name, creditCode) ->
                        new Issuer(number, letter + digits, name, creditCode));
    }

    /** Someone born on this day or within the century before. */
    static Arbitrary<Party> patient(LocalDate admitted) {
        return Combinators.combine(
                        integers().between(0, 36_500).map(admitted::minusDays),
                        Arbitraries.of(Sex.class),
                        AnyText.upTo(100),
                        Arbitraries.of(IdType.class))
                .flatAs((birth, sex, name, type) -> patient(birth, sex, name, type));
    }

    private static Arbitrary<Party> patient(LocalDate birth, Sex sex, String name, IdType type) {
        if (type == IdType.RESIDENT_ID) {
            return Combinators.combine(digits(6), digits(2), integers().between(0, 4))
                    .as((region, order, half) -> resident(birth, sex, name, region, order, half));
        }
        return number(type).map(number -> new Party(type, number, name, sex, birth));
    }

    private static Party resident(
            LocalDate birth, Sex sex, String name, String region, String order, int half) {
        Sex stated = sex == Sex.UNKNOWN ? Sex.FEMALE : sex;
        String number =
                region
                        + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + order
                        + (half * 2 + (stated == Sex.MALE ? 1 : 0));
        return new Party(
                IdType.RESIDENT_ID,
                number + CheckCharacter.ofResident(number),
                name,
                stated,
                birth);
    }

    private static Arbitrary<String> number(IdType type) {
        return switch (type) {
            case RESIDENT_ID -> throw new IllegalArgumentException("depends on birth and sex");
            case PASSPORT -> AnyText.of("ABCXYZ0189", 9);
            case HONG_KONG_MACAO_PERMIT -> digits(10).map(digits -> "M" + digits);
            case TAIWAN_PERMIT -> digits(8);
            case PERMANENT_RESIDENCE ->
                    digits(16)
                            .map(digits -> "9" + digits)
                            .map(digits -> digits + CheckCharacter.ofResident(digits));
            case SERVICE_ID -> digits(7).map(digits -> "军字第" + digits + "号");
            case BIRTH_CERTIFICATE -> digits(9).map(digits -> "T" + digits);
            case OTHER -> AnyText.of("ABab01·-", 12);
        };
    }

    static Arbitrary<List<String>> diagnoses() {
        return Arbitraries.of("I10", "I10.x00x002", "E11.900", "A17.0+", "G01*", "S82.2", "Z00.0")
                .list()
                .uniqueElements()
                .ofMinSize(1);
    }

    private static Arbitrary<String> digits(int count) {
        return AnyText.of(DIGITS, count);
    }
}
