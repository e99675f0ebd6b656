package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the citizen reads about a sheet. */
public final class Explanation {
    private Explanation() {}

    /** One paragraph in Chinese: claimed, paid, and each part that is not paid. */
    public static String of(Sheet sheet, List<Finding> findings) {
        String head =
                "您申报 %s 元，核定报销 %s 元。".formatted(sheet.total().grouped(), sheet.fund().grouped());
        if (sheet.patient().isZero()) {
            return head;
        }
        List<String> parts = new ArrayList<>();
        add(parts, "起付标准", sheet.deductible());
        add(parts, "先行自付", sheet.firstOwnPay());
        add(parts, "按比例自付", sheet.ratioOwnPay());
        add(parts, "目录外", sheet.fullOwnPay());
        add(parts, "超限价", sheet.overCeiling());
        add(parts, "超年度限额", sheet.overAnnualCeiling());
        add(parts, "超可报销余额", sheet.beyondLeft());
        if (!sheet.disallowed().isZero()) {
            String words = findings.stream().map(Finding::words).collect(Collectors.joining("；"));
            parts.add("疑似医院多收 %s（%s），可请医院核退".formatted(sheet.disallowed().grouped(), words));
        }
        return head
                + "未报销 %s 元：".formatted(sheet.patient().grouped())
                + String.join("；", parts)
                + "。";
    }

    private static void add(List<String> parts, String name, Fen amount) {
        if (!amount.isZero()) {
            parts.add(name + " " + amount.grouped());
        }
    }
}
