package io.yipiao.network.corpus;

import io.yipiao.verifier.bill.CheckCharacter;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/** People who do not exist: region 990000, and names that say so. */
final class Resident {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦";
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸";
    private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);

    /** Days of birth, and people born on each of them at most. */
    private static final int DAYS = 34_000;

    private static final int A_DAY = 1_000;

    /** Two bills in three are of somebody who has others too. */
    private static final int PEOPLE = 5_200;

    private Resident() {}

    /** Somebody of that year. */
    static Party drawn(int copy, SplittableRandom random) {
        return numbered((long) copy * PEOPLE + random.nextInt(PEOPLE));
    }

    /** The resident of this number, of whom there are 34 million. */
    static Party numbered(long number) {
        LocalDate born = FIRST.plusDays(number % DAYS);
        int place = (int) (number / DAYS % A_DAY);
        String body =
                "990000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(place);
        return new Party(
                IdType.RESIDENT_ID,
                body + CheckCharacter.ofResident(body),
                name(number),
                place % 2 == 1 ? Sex.MALE : Sex.FEMALE,
                born);
    }

    private static String name(long number) {
        return ""
                + SURNAMES.charAt((int) (number % SURNAMES.length()))
                + "样"
                + GIVEN.charAt((int) (number / SURNAMES.length() % GIVEN.length()));
    }
}
