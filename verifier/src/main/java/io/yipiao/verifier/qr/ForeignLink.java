package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.BillId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links on other vendors' fiscal e-bills:
 *
 * <pre>
 * https://www.chinaebill.cn/d?t=501&amp;a=APP&amp;d=CODE8_NUMBER10_CHECK6_yyyymmdd&amp;s=10HEX
 * https://…chinaebill.cn/eips-wxapp-service/d?t=504&amp;…d=CODE_NUMBER_CHECK_AMOUNT_yyyymmdd&amp;s=…
 * http://einvoice.jsczt.cn/page/CODE/NUMBER/CHECK
 * http://einvoice.jsczt.cn/d/18HEX
 * </pre>
 *
 * <p>Only the vendor can check {@code s}; it is not kept.
 */
final class ForeignLink {
    private static final String FISCAL = "([0-9]{8})%1$s([0-9]{10})%1$s([0-9A-Za-z]{6})";
    private static final Pattern CHINAEBILL =
            Pattern.compile(
                    "https?://(?:[a-z0-9-]+\\.)*chinaebill\\.cn(?:/eips-wxapp-service)?/d\\?(.*)");
    private static final Pattern DATA =
            Pattern.compile(FISCAL.formatted("_") + "(?:_([0-9.]{1,15}))?_([0-9]{8})");
    private static final Pattern JIANGSU =
            Pattern.compile("https?://einvoice\\.jsczt\\.cn/page/" + FISCAL.formatted("/"));
    private static final Pattern JIANGSU_OPAQUE =
            Pattern.compile("https?://einvoice\\.jsczt\\.cn/d/[0-9A-Fa-f]{18}");

    private ForeignLink() {}

    static Optional<Face.Foreign> read(String text) {
        Matcher link = CHINAEBILL.matcher(text);
        if (link.matches()) {
            return chinaebill(link.group(1));
        }
        Matcher page = JIANGSU.matcher(text);
        if (page.matches()) {
            return Optional.of(
                    new Face.Foreign(
                            Face.Source.JIANGSU,
                            Optional.of(fiscal(page)),
                            Optional.of(page.group(3)),
                            Optional.empty(),
                            Optional.empty()));
        }
        return JIANGSU_OPAQUE.matcher(text).matches() ? Optional.of(opaque()) : Optional.empty();
    }

    private static Optional<Face.Foreign> chinaebill(String query) {
        for (String parameter : query.split("&", 20)) {
            Matcher data = DATA.matcher(parameter.startsWith("d=") ? parameter.substring(2) : "");
            if (data.matches()) {
                String amount = data.group(4);
                return Optional.of(
                        new Face.Foreign(
                                Face.Source.CHINAEBILL,
                                Optional.of(fiscal(data)),
                                Optional.of(data.group(3)),
                                amount == null ? Optional.empty() : PrintedValue.amount(amount),
                                PrintedValue.day(data.group(5))));
            }
        }
        return Optional.empty();
    }

    private static BillId fiscal(Matcher found) {
        return new BillId(BillId.Kind.FISCAL, found.group(1), found.group(2));
    }

    private static Face.Foreign opaque() {
        return new Face.Foreign(
                Face.Source.JIANGSU_OPAQUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
