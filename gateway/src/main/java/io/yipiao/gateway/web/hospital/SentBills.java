package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.UploadFiles;
import io.yipiao.gateway.intake.UploadKey;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.verifier.canonical.Sm3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a file of bills. The same form sent twice is one upload. A file that was cut off goes on
 * when it is chosen again, whatever it is called: files are told apart by their first 4 KiB, and
 * only one that never ended is gone on with.
 */
final class SentBills {
    private static final int BEGINNING = 4 << 10;

    private final Uploads uploads;
    private final UploadFiles files;

    SentBills(Uploads uploads, UploadFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    /**
     * Reads a file to its end.
     *
     * @param form the random key of the form it came with
     * @return the upload; nothing if the file is empty
     */
    Optional<UUID> take(int issuer, String form, String name, InputStream content)
            throws IOException, RefusedUploadException {
        byte[] beginning = content.readNBytes(BEGINNING);
        if (beginning.length == 0) {
            return Optional.empty();
        }
        UploadKey key = key(issuer, form, beginning);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), content);
        return Optional.of(
                uploads.accept(
                                issuer,
                                key,
                                whole,
                                upload -> files.name(upload, name),
                                outcome -> {})
                        .id());
    }

    private UploadKey key(int issuer, String form, byte[] beginning) {
        String file = "file/" + Sm3.of(beginning).hex() + "/";
        String own = form.matches("[0-9A-Za-z_-]{8,40}") ? form : UUID.randomUUID().toString();
        return files.key(new UploadKey("hospital/" + issuer, file + own), file);
    }
}
