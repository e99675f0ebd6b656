package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.ReceiptException;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A receipt that shows a bill to have been anchored, which overrules REVOKED and nothing else. */
final class AnchorOptions {
    @Option(names = "--receipt", paramLabel = "FILE", description = "凭证。 The receipt.")
    private Optional<Path> receipt = Optional.empty();

    @Option(
            names = "--roots",
            paramLabel = "FILE",
            description = "各单位的根证书。 The organisations' roots.")
    private Optional<Path> roots = Optional.empty();

    @Option(names = "--channel", description = "${DEFAULT-VALUE}")
    private String channel = "bills";

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "票据在批次里的位置证明 {position, proof}。 The bill's proof in its batch.")
    private Optional<Path> proof = Optional.empty();

    boolean isGiven() {
        return receipt.isPresent() || roots.isPresent() || proof.isPresent();
    }

    ProvedValue receipt() throws InputException, PictureException, ReceiptException {
        if (receipt.isEmpty() || roots.isEmpty()) {
            throw new InputException(
                    "--receipt 和 --roots 要一起给", "--receipt and --roots are given together");
        }
        return ReceiptFile.check(receipt.get(), RootsFile.read(roots.get()), channel);
    }

    /** The proof, {@code {position, proof [hex 32 …]}}, as the registry is given it. */
    Optional<InclusionProof> proof() throws InputException {
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        Path file = proof.get();
        try {
            Json.Members in = JsonReader.readObject(InputFile.read(file));
            in.only(Set.of("position", "proof"));
            List<Digest> siblings = new ArrayList<>();
            for (String sibling : in.items("proof").texts("proof")) {
                siblings.add(Digest.ofHex("proof", sibling));
            }
            int position = in.whole("position", 0, Integer.MAX_VALUE);
            return Optional.of(InclusionProof.of(position, siblings));
        } catch (FieldException e) {
            throw new InputException(
                    file + " 不是位置证明：" + e.getMessage(),
                    file + " is no proof: " + e.getMessage(),
                    e);
        }
    }
}
