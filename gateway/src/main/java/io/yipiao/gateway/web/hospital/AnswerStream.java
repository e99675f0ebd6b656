package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.http.StreamedAnswer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A streamed answer for those who write to streams. */
final class AnswerStream extends OutputStream {
    private final StreamedAnswer answer;

    AnswerStream(StreamedAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void write(int one) throws IOException {
        answer.write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        answer.write(Arrays.copyOfRange(bytes, offset, offset + length));
    }
}
