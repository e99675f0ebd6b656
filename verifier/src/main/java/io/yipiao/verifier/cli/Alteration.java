package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.Sentence;

import java.util.Collections;
import java.util.List;

/**
 * What a forger may change of the sample bill. He keeps sums and check characters right, so that
 * the bill still passes every check of itself.
 *
 * @param name what he changed
 * @param bill what he made of it
 */
record Alteration(Sentence name, Bill bill) {
    private static final int CONSUMABLE = 14;
    private static final int DRUG = 21;
    private static final int MEAL = 22;

    /** The twelve alterations. */
    static List<Alteration> of(Bill sample) {
        return List.of(
                alteration(
                        "金额（一行数量翻倍，合计随之）",
                        "amount (one line doubled, the total follows)",
                        amount(sample)),
                alteration("开票日期", "date", edit(sample).set("issuedAt", "2026-09-14T02:21:07Z")),
                alteration(
                        "开票单位",
                        "issuer",
                        edit(sample)
                                .set("issuer.number", 2)
                                .set("issuer.code", "H99010100002")
                                .set("issuer.name", "示范市中医院")),
                alteration("姓名", "name", edit(sample).set("patient.name", "李示范")),
                alteration(
                        "证件号码",
                        "identity number",
                        edit(sample).set("patient.idNumber", "990000198103070040")),
                alteration(
                        "诊断",
                        "diagnosis",
                        edit(sample).set("encounter.diagnoses", Json.texts(List.of("E11.900")))),
                alteration("校验码", "check code", edit(sample).set("checkCode", "a1b2c4")),
                alteration(
                        "结算方式（现金改记个人账户）",
                        "counter payment (cash booked as personal account)",
                        edit(sample).set("payments.account", 30_000).set("payments.cash", 305_430)),
                alteration(
                        "一行的单价（数量反向改，金额不变）",
                        "one line's price (its amount kept)",
                        edit(sample).setLine(CONSUMABLE, "quantity", "2", "unitPrice", "640")),
                alteration("两行换位", "line order", order(sample)),
                alteration("加一行（从另一行拆出）", "a line added (split from another)", added(sample)),
                alteration(
                        "删一行（金额并入另一行）",
                        "a line removed (its amount moved to another)",
                        removed(sample)));
    }

    private static JsonEdit amount(Bill sample) {
        return edit(sample)
                .setLine(MEAL, "quantity", "2", "amount", "120")
                .set("categoryTotals.14", 12_000)
                .set("payments.cash", 341_430)
                .set("total", 341_430);
    }

    private static JsonEdit order(Bill sample) {
        return edit(sample)
                .lines(lines -> {
                    Collections.swap(lines, CONSUMABLE - 1, CONSUMABLE);
                    return lines;
                });
    }

    private static JsonEdit added(Bill sample) {
        return edit(sample)
                .lines(lines -> {
                    lines.add(lines.get(DRUG));
                    return lines;
                })
                .setLine(DRUG, "quantity", "2", "amount", "96")
                .setLine(sample.lines().size(), "quantity", "1", "amount", "48");
    }

    /** The meal, which nobody reimburses, becomes part of a stay in bed, which is. */
    private static JsonEdit removed(Bill sample) {
        return edit(sample)
                .lines(lines -> {
                    lines.remove(MEAL);
                    return lines;
                })
                .setLine(0, "unitPrice", "55", "amount", "330")
                .set("categoryTotals", withoutMeals(sample));
    }

    private static Json withoutMeals(Bill sample) {
        Json.Writer totals = Json.object();
        sample.categoryTotals()
                .forEach((category, total) -> {
                    switch (category.code()) {
                        case "14" -> {}
                        case "01" -> totals.put("01", total.value() + 6_000);
                        default -> totals.put(category.code(), total.value());
                    }
                });
        return totals.end();
    }

    private static JsonEdit edit(Bill sample) {
        return new JsonEdit(sample);
    }

    private static Alteration alteration(String chinese, String english, JsonEdit edit) {
        return new Alteration(new Sentence(chinese, english), edit.bill());
    }
}
