package io.yipiao.network.bench;

import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.settings.SettingsException;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.FabricNetwork;
import io.yipiao.network.corpus.Corpus;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What the rows are measured on, each part made when a row first asks for it: a network with the
 * registry, another with a chaincode without logic, and a gateway on the first.
 */
public final class Stage implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Stage.class.getName());
    private static final String BARE = "io.yipiao.chaincode.server.BareServer";

    private final Path root;
    private final Path folder;
    private final Scale scale;
    private final Corpus corpus;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable FabricNetwork network;
    private @Nullable LedgerClient bare;
    private @Nullable Gateway gateway;

    /**
     * @param root of the checkout
     * @param folder where everything is made, and left to be looked at
     * @param corpus of which the bills are
     */
    public Stage(Path root, Path folder, Corpus corpus, Scale scale) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(folder);
        this.scale = scale;
        this.corpus = corpus;
    }

    public Scale scale() {
        return scale;
    }

    public Corpus corpus() {
        return corpus;
    }

    public Path root() {
        return root;
    }

    public Path folder() {
        return folder;
    }

    /** The network with the registry, new for this bench. */
    public FabricNetwork network() throws IOException {
        if (network == null) {
            network = started(anotherNetwork("network", Map.of()));
        }
        return network;
    }

    /** A client of a network whose chaincode has no logic. */
    public LedgerClient bare() throws IOException {
        if (bare == null) {
            FabricNetwork without =
                    started(
                            anotherNetwork(
                                    "bare-network",
                                    Map.of(
                                            "YIPIAO_CHAINCODE",
                                            bareChaincode().toString(),
                                            "YIPIAO_CHAINCODE_MAIN",
                                            BARE)));
            bare = add(FabricLedger.open(without.clientFile(), Organisation.INSURANCE));
        }
        return bare;
    }

    /** A gateway on the network, in this process, with a database of its own. */
    public Gateway gateway() throws SettingsException, IOException {
        if (gateway == null) {
            Path data = Folders.emptied(folder.resolve("gateway"));
            Settings settings =
                    Settings.read(
                            List.of(
                                    "--data=" + data,
                                    "--http-port=0",
                                    "--ledger=fabric",
                                    "--fabric-client=" + network().clientFile()),
                            Map.of());
            gateway = add(Gateway.start(settings, Clock.systemUTC()));
            new Demonstration(gateway, network().finance()).enrolPayers();
        }
        return gateway;
    }

    /** A network that does not run yet. */
    public FabricNetwork anotherNetwork(String name, Map<String, String> environment) {
        return new FabricNetwork(root.resolve("network/fabric"), folder.resolve(name), environment);
    }

    /** Tells whoever waits what is being done. */
    public void tell(String what) {
        System.err.println("bench: " + what);
    }

    /** Whatever an earlier bench left there is gone. */
    private FabricNetwork started(FabricNetwork fresh) throws IOException {
        if (Files.exists(fresh.folder())) {
            fresh.reset();
        }
        Files.createDirectories(fresh.folder());
        fresh.up();
        add(fresh::down);
        return fresh;
    }

    /** The registry's libraries, and in front of them the class that the tests have. */
    private Path bareChaincode() throws IOException {
        Path built = root.resolve("chaincode/target");
        Path made = folder.resolve("bare-chaincode");
        Path libraries = Files.createDirectories(made.resolve("lib"));
        Folders.copyFile(built.resolve("chaincode-tests.jar"), made.resolve("chaincode.jar"));
        Folders.copyFile(built.resolve("chaincode.jar"), libraries.resolve("registry.jar"));
        Folders.copyAll(built.resolve("lib"), libraries);
        return made;
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Stops what was started; what does not stop does not keep the rest alive. Files stay. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "something did not stop", e);
            }
        }
    }
}
