package io.yipiao.gateway.benefit;

import java.util.Optional;

/**
 * A designated institution, as the insurance knows it.
 *
 * @param code its national code
 * @param name its name
 * @param level its level; a pharmacy has none
 * @param city whether it lies in the city whose insurance this is
 */
public record Institution(String code, String name, Optional<Level> level, boolean city) {
    static final String FILE = "institutions.csv";
    static final String COLUMNS = "code,name,level,city";

    static Institution read(Row row) throws TableException {
        return new Institution(
                row.text("code"),
                row.text("name"),
                row.optionalOne("level", Level.values()),
                row.yes("city"));
    }
}
