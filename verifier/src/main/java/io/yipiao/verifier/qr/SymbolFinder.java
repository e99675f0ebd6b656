package io.yipiao.verifier.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;

import io.yipiao.verifier.qr.PictureException.Fault;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ZXing as it is, asked several ways: both binarizers for the largest code, then all codes of the
 * picture. It ends with the first code of ours.
 */
final class SymbolFinder {
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true);

    private SymbolFinder() {}

    /** The texts found, one at least. */
    static List<String> find(LuminanceSource picture) throws PictureException {
        Set<String> texts = new LinkedHashSet<>();
        for (Binarizer binarizer :
                List.of(new HybridBinarizer(picture), new GlobalHistogramBinarizer(picture))) {
            texts.addAll(one(new BinaryBitmap(binarizer)));
            if (texts.stream().anyMatch(text -> FaceReader.read(text) instanceof Face.Own)) {
                return List.copyOf(texts);
            }
        }
        texts.addAll(all(new BinaryBitmap(new HybridBinarizer(picture))));
        if (texts.isEmpty()) {
            throw new PictureException(Fault.NO_CODE);
        }
        return List.copyOf(texts);
    }

    static void stopIfInterrupted() throws PictureException {
        if (Thread.currentThread().isInterrupted()) {
            throw new PictureException(Fault.TOO_SLOW);
        }
    }

    private static List<String> one(BinaryBitmap bitmap) throws PictureException {
        stopIfInterrupted();
        try {
            return List.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException | RuntimeException e) {
            // Odd patterns bring its detector to divide by zero and to reach outside of arrays.
            return List.of();
        }
    }

    private static List<String> all(BinaryBitmap bitmap) throws PictureException {
        stopIfInterrupted();
        try {
            Result[] results = new QRCodeMultiReader().decodeMultiple(bitmap, HINTS);
            return Arrays.stream(results).map(Result::getText).toList();
        } catch (ReaderException | RuntimeException e) {
            // Odd patterns bring its detector to divide by zero and to reach outside of arrays.
            return List.of();
        }
    }
}
