package io.yipiao.verifier.qr;

/** A picture gave no text; the sentences say what to do about it. */
public final class PictureException extends Exception {
    private final Fault fault;

    public PictureException(Fault fault) {
        super(fault.english);
        this.fault = fault;
    }

    public PictureException(Fault fault, Throwable cause) {
        super(fault.english, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What went wrong. */
    public enum Fault {
        TOO_LARGE(
                "图片超过 20 MB，请换小一点的照片，或只截取二维码部分",
                "the picture is larger than 20 MB; take a smaller one, or cut out the QR code"),
        TOO_MANY_PIXELS(
                "图片超过 4000 万像素，请调低相机分辨率，或只截取二维码部分",
                "the picture has more than 40 megapixels; take a smaller one, or cut out the QR"
                        + " code"),
        OTHER_FORMAT(
                "认不出这种图片，请存成 JPEG 或 PNG 再试（苹果手机的 HEIC 也要先转成 JPEG）",
                "not a PNG, JPEG, GIF or BMP picture; save it as JPEG or PNG (HEIC photographs"
                        + " too)"),
        BROKEN(
                "图片不完整或已损坏，请重新拍照或重新下载",
                "the picture is cut short or damaged; photograph or download it again"),
        NO_CODE(
                "没找到二维码，请靠近一点、拍正、光线均匀，让二维码占画面一半",
                "no QR code found; go closer, hold straight, avoid glare, let the code fill half"
                        + " the picture"),
        TOO_SLOW("识别用时太长，请只截取二维码部分再试", "reading took too long; cut out the QR code and try again");

        private final String chinese;
        private final String english;

        Fault(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
