package io.yipiao.network.corpus;

import java.nio.file.Path;

/** A folder does not hold the national rule tables. */
public final class NoRuleTablesException extends Exception {
    NoRuleTablesException(Path folder, String fault) {
        super(
                ("%s %s: the national rule tables are expected there, %s with codes of drugs and %s"
                                + " with codes of services, as in shared/data/nhsa-rules beside the"
                                + " checkout")
                        .formatted(folder, fault, "*-codes.csv", "service-*.csv"));
    }
}
