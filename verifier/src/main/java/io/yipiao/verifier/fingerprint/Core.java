package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a bill says about itself that a payer must know, in 30 or 41 bytes, big-endian:
 *
 * <pre>
 * identity 11 · issuer u32 · total u40 fen · claimable u40 fen · date u32 yyyymmdd · relation u8
 *   (0 none, 1 reverses, 2 replaces, 3 exchanges) · related identity 11 if the relation is not 0
 * identity: kind u8, then code and number as 10 bytes BCD, padded with F
 * </pre>
 *
 * @param id the bill's identity
 * @param issuer the issuer's number on the ledger, 1 to 2^31 − 1
 * @param total what was charged; positive on a red bill too
 * @param claimable what the patient paid himself: personal account and cash, at most the total
 * @param date the day of issue in Asia/Shanghai, in the years 2000 to 2099
 * @param relation what it reverses, replaces or exchanges
 */
public record Core(
        BillId id,
        int issuer,
        Fen total,
        Fen claimable,
        LocalDate date,
        Optional<Relation> relation) {
    /** Bytes of a core without and with a related bill. */
    public static final int SHORT = 30;

    public static final int LONG = SHORT + IdentityBytes.LENGTH;

    public Core {
        try {
            check(issuer, total, claimable, date);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The core of a bill. */
    public static Core of(Bill bill) {
        return new Core(
                bill.id(),
                bill.issuer().number(),
                bill.total(),
                bill.claimable(),
                bill.issueDate(),
                bill.relation());
    }

    /** Reads a core, all of whose bytes must be used. */
    public static Core parse(byte[] bytes) throws FieldException {
        if (bytes.length < SHORT || bytes.length != lengthAt(bytes, 0)) {
            throw new FieldException(
                    "core", "30 bytes, or 41 with a relation", bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        BillId id = IdentityBytes.read(in);
        int issuer = in.getInt();
        Fen total = new Fen(readU40(in));
        Fen claimable = new Fen(readU40(in));
        LocalDate date = readDate(in.getInt());
        int tag = in.get();
        Optional<Relation> relation =
                tag == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Relation(Relation.Kind.ofTag(tag), IdentityBytes.read(in)));
        check(issuer, total, claimable, date);
        return new Core(id, issuer, total, claimable, date, relation);
    }

    /** How many bytes the core that begins at an offset has, told from its relation byte. */
    static int lengthAt(byte[] bytes, int offset) {
        return bytes[offset + SHORT - 1] == 0 ? SHORT : LONG;
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(relation.isPresent() ? LONG : SHORT);
        IdentityBytes.write(id, out);
        out.putInt(issuer);
        writeU40(total.value(), out);
        writeU40(claimable.value(), out);
        out.putInt(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
        out.put((byte) (int) relation.map(related -> related.kind().tag()).orElse(0));
        relation.ifPresent(related -> IdentityBytes.write(related.of(), out));
        return out.array();
    }

    private static void check(int issuer, Fen total, Fen claimable, LocalDate date)
            throws FieldException {
        if (issuer < 1) {
            throw new FieldException("issuer", "1 to 2147483647", Integer.toString(issuer));
        }
        if (claimable.compareTo(total) > 0) {
            throw new FieldException("claimable", "at most the total " + total, claimable.yuan());
        }
        if (date.getYear() < 2000 || date.getYear() > 2099) {
            throw new FieldException("date", "a day in 2000 to 2099", date.toString());
        }
    }

    private static LocalDate readDate(int digits) throws FieldException {
        try {
            return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
        } catch (DateTimeException e) {
            throw new FieldException("date", "yyyymmdd", Integer.toString(digits));
        }
    }

    private static long readU40(ByteBuffer in) {
        return ((in.get() & 0xffL) << 32) | (in.getInt() & 0xffff_ffffL);
    }

    private static void writeU40(long value, ByteBuffer out) {
        out.put((byte) (value >>> 32)).putInt((int) value);
    }
}
