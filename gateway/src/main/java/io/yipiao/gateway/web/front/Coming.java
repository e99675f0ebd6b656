package io.yipiao.gateway.web.front;

import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.verdict.Sentence;

import java.util.List;

/**
 * The states of a page that comes with a later function, so that it looks like the others when it
 * does.
 *
 * @param path of the page
 * @param task the words of its primary button
 * @param empty what it says with nothing to show
 * @param error its main error
 * @param success what it says once the task is done
 */
public record Coming(String path, Sentence task, Sentence empty, Sentence error, Sentence success) {
    private static final List<Coming> ALL =
            List.of(
                    new Coming(
                            "/hospital/findings",
                            new Sentence("认可", "Accept"),
                            new Sentence("没有待答复", "Nothing to answer"),
                            new Sentence("已过答复期限", "Past its date"),
                            new Sentence("已答复", "Answered")),
                    new Coming(
                            "/desk/recoveries",
                            new Sentence("结清", "Settle"),
                            new Sentence("没有待追款", "Nothing to recover"),
                            new Sentence("核销要两个人签", "A write-off needs two to sign"),
                            new Sentence("已结清", "Settled")),
                    new Coming(
                            "/desk/team",
                            new Sentence("改派", "Reassign"),
                            new Sentence("没有超期", "Nothing overdue"),
                            new Sentence("意见不一，请另派一人", "Votes are split; assign another"),
                            new Sentence("已改派", "Reassigned")),
                    new Coming(
                            "/payer",
                            new Sentence("占用", "Hold"),
                            new Sentence("没有待办", "Nothing to do"),
                            new Sentence("只剩 ¥812.40", "Only ¥812.40 is left"),
                            new Sentence("已盖章", "Stamped")),
                    new Coming(
                            "/claims/{no}/appeal",
                            new Sentence("提交", "Send"),
                            new Sentence("没有可以申诉的决定", "No decision to appeal"),
                            new Sentence("已过申诉期限", "Past the time for an appeal"),
                            new Sentence("申诉已提交", "Appeal sent")),
                    new Coming(
                            "/claims/{no}/rate",
                            new Sentence("提交", "Send"),
                            new Sentence("到账后才能评价", "Rate once the money has arrived"),
                            new Sentence("请先选一个评价", "Choose a rating first"),
                            new Sentence("谢谢您的评价", "Thank you for rating")),
                    new Coming(
                            "/bureau",
                            new Sentence("处理", "Handle"),
                            new Sentence("没有数据", "No data"),
                            new Sentence("截至 10:30", "As of 10:30"),
                            new Sentence("已处理", "Handled")));

    /** One of them in a visitor's language. */
    public record Written(String path, String task, String empty, String error, String success) {}

    static List<Written> all(Frame frame) {
        return ALL.stream().map(one -> one.in(frame)).toList();
    }

    private Written in(Frame frame) {
        return new Written(
                path, frame.say(task), frame.say(empty), frame.say(error), frame.say(success));
    }
}
