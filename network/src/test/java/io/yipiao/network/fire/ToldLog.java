package io.yipiao.network.fire;

import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The log's file, a line for each answer. For many clients at once. */
public final class ToldLog implements AutoCloseable {
    private final Path file;
    private final java.io.Writer out;

    /** Begins a new log. */
    public ToldLog(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = Files.newBufferedWriter(file);
    }

    public synchronized void add(Told told) {
        try {
            out.write(told.line() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines that were written so far, read back from the file. */
    public synchronized List<Told> read() throws IOException, FieldException {
        out.flush();
        List<Told> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(Told.read(line));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
