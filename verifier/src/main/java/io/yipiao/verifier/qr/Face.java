package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.util.Optional;

/** What a text is that somebody scanned or pasted from a bill. */
public sealed interface Face {

    /** Our own QR code, well formed; whether its seal is good is not asked here. */
    record Own(QrText text) implements Face {}

    /** A text that means to be our QR code and cannot be read. */
    record Garbled(FieldException fault) implements Face {}

    /**
     * The code of a bill issued elsewhere. Nothing of it is proven, and no amount may be taken from
     * it.
     *
     * @param source whose code it is
     * @param id the bill's identity, if the code says it
     * @param checkCode 校验码, if the code says it
     * @param amount the amount, if the code says it; on VAT invoices of the older kinds it is the
     *     amount before tax
     * @param date the day of issue, if the code says it
     */
    record Foreign(
            Source source,
            Optional<BillId> id,
            Optional<String> checkCode,
            Optional<Fen> amount,
            Optional<LocalDate> date)
            implements Face {}

    /** Anything else. It is never opened, whatever it links to. */
    record Unknown() implements Face {}

    /** Where the codes come from that citizens hold today. */
    enum Source {
        /** Fiscal e-bills, a link to chinaebill.cn. */
        CHINAEBILL,
        /** Fiscal e-bills of Jiangsu, a link that names the bill. */
        JIANGSU,
        /** Fiscal e-bills of Jiangsu, an opaque link. */
        JIANGSU_OPAQUE,
        /** VAT and all-digital invoices: {@code 01,TYPE,…}. */
        VAT
    }
}
