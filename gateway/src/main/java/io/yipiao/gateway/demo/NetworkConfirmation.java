package io.yipiao.gateway.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Confirms by the network's own command, as Finance would at its desk.
 *
 * @param command the network's script
 * @param folder the network's folder
 */
public record NetworkConfirmation(Path command, Path folder) implements Confirmation {

    @Override
    public void confirm(String digest) {
        try {
            Process process =
                    new ProcessBuilder(
                                    command.toString(),
                                    "confirm",
                                    digest,
                                    "--dir",
                                    folder.toString())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StoryException("Finance did not confirm " + digest + ": " + said);
            }
        } catch (IOException e) {
            throw new StoryException("the command " + command + " does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        }
    }
}
