package io.yipiao.gateway.intake;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hashes a request's bytes as they are read. */
final class HashedStream extends FilterInputStream {
    private final Sm3 sm3 = new Sm3();

    HashedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            sm3.add(bytes, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** SM3 of all bytes of the request, those included that nobody asked for yet. */
    Digest drain() throws IOException {
        transferTo(java.io.OutputStream.nullOutputStream());
        return sm3.digest();
    }
}
