package io.yipiao.network;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** What an operator and a bad day do to {@code network/fabric}; the checks stand in a script. */
class FabricCommandIT {
    @Test
    void the_command_does_what_its_readme_says() {
        Command.run(List.of(Path.of("test", "fabric-test").toAbsolutePath().toString()));
    }
}
