package io.yipiao.network.bench.row;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** QR pictures read and made, beside plain ZXing on the same pictures and texts. */
final class QrRow implements Measurement {
    /** Dots a module, as 40 mm printed at 300 dots an inch have. */
    private static final int MODULE = 6;

    private static final Map<DecodeHintType, Object> HARDER =
            Map.of(DecodeHintType.TRY_HARDER, true);

    @Override
    public String id() {
        return "qr";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        List<QrText> texts = texts(stage);
        List<byte[]> pictures = texts.stream().map(text -> QrSymbol.of(text).png(MODULE)).toList();
        int runs = stage.scale().runs();
        Line read =
                new Contest()
                        .with("ours", Unit.PER_SECOND, run -> rate(pictures, QrRow::ours))
                        .with("plain ZXing", Unit.PER_SECOND, run -> rate(pictures, QrRow::plain))
                        .line("qr-read", "QR pictures read", runs, Goal.ratio(1, "≥ plain"));
        Line made =
                new Contest()
                        .with(
                                "ours",
                                Unit.PER_SECOND,
                                run -> rate(texts, text -> QrSymbol.of(text).version() > 0))
                        .with("plain ZXing", Unit.PER_SECOND, run -> rate(texts, QrRow::plainMade))
                        .line("qr-made", "QR codes made", runs, Goal.ratio(1, "≥ plain"));
        return List.of(read, made);
    }

    private static List<QrText> texts(Stage stage) throws FieldException {
        Hospital hospital = Hospital.withNewKeys(10_001, Suite.SM2);
        QrOrigin origin = QrOrigin.of("https://bills.example.org");
        return stage.corpus()
                .sendings()
                .flatMap(sending -> sending.bills().limit(1))
                .limit(stage.scale().of(40, 100, 132))
                .map(bill -> text(origin, hospital.seal(bill)))
                .toList();
    }

    private static QrText text(QrOrigin origin, SealedBill sealed) {
        return QrText.of(origin, new QrPayload(1, sealed.bill().opening(), sealed.seal()));
    }

    @FunctionalInterface
    private interface Work<T> {
        /** Whether it came to something. */
        boolean on(T piece) throws Exception;
    }

    private static <T> double rate(List<T> pieces, Work<T> work) throws Exception {
        long begun = System.nanoTime();
        int done = 0;
        for (T piece : pieces) {
            if (work.on(piece)) {
                done++;
            }
        }
        return done / ((System.nanoTime() - begun) / 1e9);
    }

    private static boolean ours(byte[] picture) throws PictureException {
        return PictureReader.read(picture).length() > 0;
    }

    /** It finds no code in some pictures that bear nothing but a code. */
    private static boolean plain(byte[] picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
            return new MultiFormatReader().decode(bitmap, HARDER).getText().length() > 0;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean plainMade(QrText text) throws WriterException {
        return new QRCodeWriter()
                        .encode(
                                text.text(),
                                BarcodeFormat.QR_CODE,
                                0,
                                0,
                                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q))
                        .getWidth()
                > 0;
    }
}
