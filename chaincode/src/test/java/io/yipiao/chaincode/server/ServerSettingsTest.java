package io.yipiao.chaincode.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ServerSettingsTest {
    private final Map<String, String> environment = new HashMap<>();

    ServerSettingsTest(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        environment.put("CORE_CHAINCODE_ID_NAME", "registry_1:00");
        environment.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:7056");
        environment.put("CHAINCODE_TLS_KEY", file.toString());
        environment.put("CHAINCODE_TLS_CERT", file.toString());
        environment.put("CHAINCODE_TLS_CLIENT_ROOTS", file.toString());
        environment.put("YIPIAO_INDEX_KEYS", folder.toString());
    }

    @Test
    void takes_what_is_complete() {
        ServerSettings settings = ServerSettings.of(environment);
        assertEquals("127.0.0.1", settings.address().getHostString());
        assertEquals(7056, settings.address().getPort());
    }

    @Test
    void names_every_fault_at_once() {
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> ServerSettings.of(Map.of()));
        for (String name : environment.keySet()) {
            assertTrue(String.valueOf(fault.getMessage()).contains(name + ": is not set"), name);
        }
    }

    @Test
    void refuses_an_address_without_a_port() {
        for (String address :
                List.of("127.0.0.1", "127.0.0.1:", ":7056", "127.0.0.1:70000", "a:b")) {
            environment.put("CHAINCODE_SERVER_ADDRESS", address);
            refuses("CHAINCODE_SERVER_ADDRESS: expected host:port, found " + address);
        }
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        environment.put("CHAINCODE_TLS_KEY", "/nowhere/key.pem");
        refuses("CHAINCODE_TLS_KEY: cannot read /nowhere/key.pem");
    }

    private void refuses(String words) {
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> ServerSettings.of(environment));
        assertEquals(words, fault.getMessage());
    }
}
