package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.Suite;

import java.util.Arrays;
import java.util.Optional;

/** The demonstration's hospitals. */
enum Clinic {
    PEOPLES(1, "H99010100001", "示范市人民医院", Optional.of(Suite.SM2)),
    CENTRAL(2, "H99010100002", "示范市中心医院", Optional.of(Suite.ES256)),
    EAST(3, "H99010100003", "示范市城东社区卫生服务中心", Optional.empty());

    private static final long NUMBERS = 100_000;

    private final int number;
    private final String code;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum's constant
    private final Optional<Suite> own;

    Clinic(int number, String code, String title, Optional<Suite> own) {
        this.number = number;
        this.code = code;
        this.title = title;
        this.own = own;
    }

    static Clinic numbered(int number) {
        return Arrays.stream(values())
                .filter(clinic -> clinic.number == number)
                .findFirst()
                .orElseThrow();
    }

    int number() {
        return number;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** What it seals with itself; empty if the gateway keeps its key. */
    Optional<Suite> own() {
        return own;
    }

    /** The first number of its series. */
    long firstNumber() {
        return (number - 1) * NUMBERS + 1;
    }

    long lastNumber() {
        return number * NUMBERS - 1;
    }

    Issuer issuer() {
        return new Issuer(number(), code, title);
    }
}
