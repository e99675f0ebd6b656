package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.screen.Level;
import io.yipiao.gateway.screen.NearDuplicate;
import io.yipiao.gateway.web.Frame;

/**
 * A bill that is nearly the same as the one on the page.
 *
 * @param number its code and number
 * @param score such as {@code 97%}, never rounded up
 * @param tone of the level
 * @param kind the same as a whole, or a part
 * @param explained why it is no duplicate; empty if nothing explains it
 * @param path of the comparison
 */
public record NearRow(
        String number,
        String score,
        String tone,
        String level,
        String kind,
        String explained,
        String found,
        String path) {

    /**
     * @param bills where bills are: {@code /desk/bills/}, or the auditor's
     */
    static NearRow of(NearDuplicate near, String bills, Object bill, Frame frame) {
        boolean explained = near.explained().isPresent();
        String tone = near.level() == Level.HIGH ? "stop" : "wait";
        return new NearRow(
                near.id().toString(),
                percent(near.score()),
                explained ? "mute" : tone,
                frame.say("desk.near.level." + near.level()),
                frame.say(near.part() ? "desk.near.part" : "desk.near.whole"),
                near.explained().map(why -> frame.say("desk.near." + why)).orElse(""),
                frame.minute(near.foundAt()),
                bills + bill + "/near/" + near.bill());
    }

    static String percent(double score) {
        return (int) (score * 100) + "%";
    }
}
