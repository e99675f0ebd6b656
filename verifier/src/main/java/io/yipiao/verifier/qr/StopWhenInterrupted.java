package io.yipiao.verifier.qr;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends the platform's decoding of a picture, row by row, once its thread is interrupted. */
final class StopWhenInterrupted implements IIOReadProgressListener {

    @Override
    public void imageProgress(ImageReader reader, float percentageDone) {
        if (Thread.currentThread().isInterrupted()) {
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
