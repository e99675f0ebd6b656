package io.yipiao.network.bench.row;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.corpus.Clinic;
import io.yipiao.network.corpus.Corpus;
import io.yipiao.network.corpus.Sending;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.Suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The corpus as its hospitals send it: a sealed file a hospital, in parts of like size. */
final class SentFiles {
    private static final int AT_ONCE = 2;

    private final Map<Issuer, Hospital> hospitals = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    /** A fifth or so of the corpus. */
    static final class Part {
        private final List<Sending> sendings = new ArrayList<>();
        private final Map<Integer, Path> files = new LinkedHashMap<>();

        long lines() {
            return sendings.stream().mapToLong(Sending::lines).sum();
        }

        int bills() {
            return sendings.stream().mapToInt(Sending::size).sum();
        }

        /** By the issuer's number. */
        Map<Integer, Path> files() {
            return files;
        }

        List<Integer> issuers() {
            return List.copyOf(files.keySet());
        }
    }

    private SentFiles(int count) {
        for (Clinic clinic : Corpus.clinics()) {
            Issuer issuer = clinic.issuer();
            Suite suite = clinic.place() % 2 == 0 ? Suite.SM2 : Suite.ES256;
            hospitals.put(issuer, Hospital.withNewKeys(issuer.number(), suite));
        }
        for (int i = 0; i < count; i++) {
            parts.add(new Part());
        }
    }

    /**
     * Seals the first year of the corpus into files; a part gets no more bills when it has this
     * many lines.
     */
    static SentFiles written(Stage stage, int count, long mostLines) throws Exception {
        SentFiles sent = new SentFiles(count);
        List<Sending> all =
                stage.corpus().sendings().sorted(Comparator.comparingLong(Sending::lines)).toList();
        for (Sending sending : mostLines < Corpus.LINES ? all : all.reversed()) {
            Part lightest =
                    sent.parts.stream().min(Comparator.comparingLong(Part::lines)).orElseThrow();
            if (lightest.lines() + sending.lines() <= mostLines) {
                lightest.sendings.add(sending);
            }
        }
        Path folder = Files.createDirectories(stage.folder().resolve("corpus"));
        List<Callable<?>> work = new ArrayList<>();
        for (Part part : sent.parts) {
            for (Sending sending : part.sendings) {
                Issuer issuer = sending.clinic().issuer();
                Path file = folder.resolve(issuer.number() + ".ndjson");
                part.files.put(issuer.number(), file);
                Hospital hospital = Objects.requireNonNull(sent.hospitals.get(issuer));
                work.add(() -> Files.write(file, hospital.upload(sending.bills().toList())));
            }
        }
        Load.of(AT_ONCE, work);
        return sent;
    }

    List<Part> parts() {
        return parts;
    }

    Map<Issuer, Hospital> hospitals() {
        return hospitals;
    }
}
