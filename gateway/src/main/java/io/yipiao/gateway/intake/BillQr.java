package io.yipiao.gateway.intake;

import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;

/** The QR codes of stored bills: the same bill always has the same. */
public final class BillQr {
    private final QrOrigin origin;

    /**
     * @param origin whose page the codes open
     */
    public BillQr(QrOrigin origin) {
        this.origin = origin;
    }

    /** The code of a payload that was read from one, so that it can be printed again. */
    public QrText text(QrPayload payload) {
        return QrText.of(origin, payload);
    }

    public QrText text(StoredBill bill) {
        return QrText.of(
                origin, new QrPayload(bill.keySeq(), bill.opening(), bill.sealed().seal()));
    }

    public QrText text(UploadedBill bill) {
        return QrText.of(origin, new QrPayload(bill.keySeq(), bill.opening(), bill.seal()));
    }
}
