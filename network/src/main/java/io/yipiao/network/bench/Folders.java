package io.yipiao.network.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the bench does with folders of its own. */
final class Folders {
    private Folders() {}

    static void copyFile(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    static void copyAll(Path from, Path folder) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                copyFile(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** The folder, made anew without what lay in it. */
    static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
