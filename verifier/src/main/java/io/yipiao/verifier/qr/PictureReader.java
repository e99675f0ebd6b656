package io.yipiao.verifier.qr;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads the QR code in a picture file from anywhere: PNG, JPEG, GIF (first frame) or BMP, at most
 * 20 MB and 40 megapixels, which are counted in the file's header before anything is decoded.
 * Nothing is written to disk. A picture of more than 16 megapixels is read at half its scale: its
 * symbols are large enough then, and it takes a quarter of the memory.
 *
 * <p>Reading is plain work on the calling thread and stops at the next step once that thread is
 * interrupted; {@link #read(byte[], Duration)} adds a time limit.
 */
public final class PictureReader {
    /** Bytes of the largest file. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** Pixels of the largest picture. */
    public static final long MOST_PIXELS = 40_000_000;

    private PictureReader() {}

    /**
     * The text of our own code if the picture shows one, else of the first code found: a bill may
     * bear its vendor's code beside ours.
     */
    public static String read(byte[] file) throws PictureException {
        List<String> texts = SymbolFinder.find(PictureFile.decode(file));
        for (String text : texts) {
            if (FaceReader.read(text) instanceof Face.Own) {
                return text;
            }
        }
        return texts.getFirst();
    }

    /**
     * The same on a thread of its own, given up after a time limit with {@link
     * PictureException.Fault#TOO_SLOW}; the thread then ends at its next step.
     */
    public static String read(byte[] file, Duration limit) throws PictureException {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader =
                Thread.ofPlatform().daemon().name("picture reader").start(() -> read(file, text));
        try {
            return text.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new PictureException(PictureException.Fault.TOO_SLOW, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException(PictureException.Fault.TOO_SLOW, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PictureException fault) {
                throw new PictureException(fault.fault(), fault);
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            reader.interrupt();
        }
    }

    private static void read(byte[] file, CompletableFuture<String> text) {
        try {
            text.complete(read(file));
        } catch (PictureException | RuntimeException | Error e) {
            text.completeExceptionally(e);
        }
    }
}
