package io.yipiao.network.bench.row;

import io.yipiao.network.bench.Load;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** Has bills checked by their QR text over HTTP, by a few clients at once. */
final class Verifying implements AutoCloseable {
    private final List<byte[]> questions = new ArrayList<>();
    private final BlockingQueue<RawHttp> connections = new LinkedBlockingQueue<>();
    private final int clients;

    Verifying(URI gateway, List<Claimable> bills, int clients) throws IOException, FieldException {
        this.clients = clients;
        QrOrigin origin = QrOrigin.of(gateway.toString());
        for (Claimable bill : bills) {
            QrPayload payload =
                    new QrPayload(1, bill.sealed().bill().opening(), bill.sealed().seal());
            String text = QrText.of(origin, payload).text();
            questions.add(Jcs.bytes(Json.object().put("qrText", text).end()));
        }
        for (int i = 0; i < clients; i++) {
            connections.add(new RawHttp(gateway, "/api/v1/verifications"));
        }
    }

    /** So many verifications; one that does not find a genuine bill fails. */
    Load run(int verifications) throws Exception {
        List<Callable<?>> work = new ArrayList<>(verifications);
        for (int i = 0; i < verifications; i++) {
            byte[] question = questions.get(i % questions.size());
            work.add(() -> asked(question));
        }
        return Load.of(clients, work);
    }

    private byte[] asked(byte[] question) throws Exception {
        RawHttp connection = connections.take();
        try {
            byte[] answer = connection.post(question);
            String text = new String(answer, StandardCharsets.UTF_8);
            if (!text.contains("\"OPEN\"")) {
                throw new IllegalStateException("not open: " + text);
            }
            return answer;
        } finally {
            connections.add(connection);
        }
    }

    @Override
    public void close() throws IOException {
        for (RawHttp connection : connections) {
            connection.close();
        }
    }
}
