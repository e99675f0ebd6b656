package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Fen;

/**
 * An amount in the capitals that cannot be changed with a stroke of the pen (大写金额), as the People's
 * Bank prescribes them for bills (《正确填写票据和结算凭证的基本规定》): 3,354.30 is 叁仟叁佰伍拾肆元叁角整.
 */
public final class CapitalAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};

    private CapitalAmount() {}

    public static String of(Fen amount) {
        long yuan = amount.value() / 100;
        int jiao = (int) (amount.value() / 10 % 10);
        int fen = (int) (amount.value() % 10);
        StringBuilder out = new StringBuilder();
        if (yuan > 0 || (jiao == 0 && fen == 0)) {
            out.append(yuan(yuan)).append('元');
        }
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append('角');
        } else if (fen > 0 && yuan > 0) {
            out.append('零');
        }
        return out.append(fen > 0 ? DIGITS.charAt(fen) + "分" : "整").toString();
    }

    /** Zeros before a digit are read once; a whole group of zeros takes its 万 with it. */
    private static String yuan(long yuan) {
        if (yuan == 0) {
            return "零";
        }
        String digits = Long.toString(yuan);
        StringBuilder out = new StringBuilder();
        boolean zero = false;
        boolean spoken = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
            } else {
                out.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place % 4]);
                zero = false;
                spoken = true;
            }
            if (place % 4 == 0 && spoken) {
                out.append(GROUPS[place / 4]);
                spoken = false;
            }
        }
        return out.toString();
    }
}
