package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.QrOrigin;

/** Origins as people write them: a host alone, or with its scheme. */
final class Origins {
    private Origins() {}

    static QrOrigin read(String host) throws InputException {
        try {
            return host.contains("://") ? QrOrigin.of(host) : QrOrigin.ofHost(host);
        } catch (FieldException e) {
            throw new InputException(
                    "主机名不能用：" + host + "（最多 38 个字符；明文只许 http://127.0.0.1:PORT）",
                    "the host cannot be used: " + e.getMessage(),
                    e);
        }
    }
}
