package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import java.io.ByteArrayInputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

class QrSymbolTest {
    private static final QrText SHORT = QrText.of(Payloads.ORIGIN, Payloads.plain());

    @Test
    void holds_the_longest_text_in_version_13_at_level_q() throws Exception {
        QrSymbol symbol = QrSymbol.of(Payloads.longest());
        assertEquals(13, symbol.version());
        assertEquals(69 + 8, symbol.side());
        var decoded = new Decoder().decode(bare(symbol));
        assertEquals("Q", decoded.getECLevel());
        assertEquals(Payloads.longest().text(), decoded.getText());
    }

    @Test
    void has_a_quiet_zone_of_four_modules() {
        QrSymbol symbol = QrSymbol.of(SHORT);
        int side = symbol.side();
        for (int at = 0; at < side; at++) {
            for (int edge = 0; edge < QrSymbol.QUIET; edge++) {
                assertFalse(symbol.isDark(at, edge) || symbol.isDark(at, side - 1 - edge));
                assertFalse(symbol.isDark(edge, at) || symbol.isDark(side - 1 - edge, at));
            }
        }
    }

    @Test
    void is_read_again_from_its_png() throws Exception {
        for (int module : new int[] {2, 3, 8}) {
            byte[] png = QrSymbol.of(SHORT).png(module);
            assertEquals(SHORT.text(), PictureReader.read(png));
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(QrSymbol.of(SHORT).side() * module, image.getWidth());
            assertEquals(1, image.getColorModel().getPixelSize());
        }
    }

    @Test
    void gives_the_same_bytes_again() {
        assertArrayEquals(QrSymbol.of(SHORT).png(4), QrSymbol.of(SHORT).png(4));
        assertArrayEquals(QrSymbol.of(SHORT).svg(), QrSymbol.of(SHORT).svg());
    }

    @Test
    void draws_every_dark_module_and_no_other_in_its_svg() throws Exception {
        QrSymbol symbol = QrSymbol.of(Payloads.longest());
        var svg =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(symbol.svg()))
                        .getDocumentElement();
        assertEquals("0 0 77 77", svg.getAttribute("viewBox"));
        String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        boolean[][] drawn = new boolean[symbol.side()][symbol.side()];
        Pattern run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
        assertEquals("", run.matcher(path).replaceAll(""));
        for (MatchResult found : run.matcher(path).results().toList()) {
            assertEquals(found.group(3), found.group(4));
            int x = Integer.parseInt(found.group(1));
            for (int i = 0; i < Integer.parseInt(found.group(3)); i++) {
                drawn[Integer.parseInt(found.group(2))][x + i] = true;
            }
        }
        for (int y = 0; y < symbol.side(); y++) {
            for (int x = 0; x < symbol.side(); x++) {
                assertEquals(symbol.isDark(x, y), drawn[y][x], x + " " + y);
            }
        }
    }

    @Test
    void refuses_modules_of_no_size() {
        QrSymbol symbol = QrSymbol.of(SHORT);
        assertThrows(IllegalArgumentException.class, () -> symbol.png(1));
        assertThrows(IllegalArgumentException.class, () -> symbol.png(65));
    }

    private static BitMatrix bare(QrSymbol symbol) {
        int side = symbol.side() - 2 * QrSymbol.QUIET;
        BitMatrix matrix = new BitMatrix(side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (symbol.isDark(x + QrSymbol.QUIET, y + QrSymbol.QUIET)) {
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }
}
