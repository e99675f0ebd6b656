package io.yipiao.verifier.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** A sealing key that lies in a PKCS #11 token, which signs and never gives it away. */
final class TokenOptions {
    @Option(
            names = "--pkcs11",
            paramLabel = "LIBRARY",
            description = "密码设备的 PKCS #11 库；私钥在设备里。 The token's PKCS #11 library.")
    private Optional<Path> library = Optional.empty();

    @Option(names = "--token", paramLabel = "LABEL", description = "设备的标签。 The token's label.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "存口令的文件（0600）。 A file that holds its PIN, of mode 0600.")
    private Optional<Path> pin = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "LABEL",
            description = "设备里密钥的标签，缺省 ${DEFAULT-VALUE}。 The key's label in it.")
    private String label = "yipiao";

    String label() {
        return label;
    }

    /** The token; nothing if the key lies in a file. */
    Optional<Token> open() throws InputException {
        if (library.isEmpty() && token.isEmpty() && pin.isEmpty()) {
            return Optional.empty();
        }
        if (library.isEmpty() || token.isEmpty() || pin.isEmpty()) {
            throw new InputException(
                    "--pkcs11、--token 和 --pin-file 要一起给",
                    "--pkcs11, --token and --pin-file are given together");
        }
        return Optional.of(Token.open(library.get(), token.get(), pin.get()));
    }
}
