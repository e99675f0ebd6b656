package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.StoryException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A gateway that is killed, and started again over what it left, under the same tokens. */
final class MortalGateway implements AutoCloseable {
    private final FabricNetwork network;
    private final Path data;
    private final int issuer;
    private Optional<GatewayProcess> running = Optional.empty();
    private Optional<Doors> tokens = Optional.empty();

    /**
     * @param data its folder
     * @param issuer whose token is among its doors
     */
    MortalGateway(FabricNetwork network, Path data, int issuer) {
        this.network = network;
        this.data = data;
        this.issuer = issuer;
    }

    /** What is looked at through it. */
    @FunctionalInterface
    interface Watched {
        void look(Doors doors) throws Exception;
    }

    /** Starts it to live. */
    Doors start() throws Exception {
        return start("");
    }

    private Doors start(String crash) throws Exception {
        GatewayProcess process = GatewayProcess.start(data, network, issuer, crash);
        running = Optional.of(process);
        tokens = tokens.or(() -> Optional.of(process.doors()));
        return tokens.orElseThrow().at(process.doors().address());
    }

    /**
     * Starts it, and it dies at this place of a request, answered or not.
     *
     * @param before what it brings to rest first, of what it left earlier
     */
    void dies(String place, Watched before, Function<Doors, Api.Reply> request) throws Exception {
        Doors doors = start(place);
        before.look(doors);
        try {
            Api.Reply reply = request.apply(doors);
            assertTrue(reply.status() < 300, () -> place + ": " + reply);
            System.out.println(place + ": " + reply);
        } catch (StoryException e) {
            System.out.println(place + ": died before it answered");
        }
        assertEquals(GatewayProcess.KILLED, running.orElseThrow().awaitDeath(), place);
    }

    /** Starts it, and it comes to this place by itself. */
    void diesByItself(String place) throws Exception {
        assertEquals(
                GatewayProcess.KILLED, GatewayProcess.startToDie(data, network, issuer, place));
    }

    /** Lets it stop as it should. */
    void stop() throws Exception {
        running.orElseThrow().stop();
    }

    /** Where its embedded database is, for who looks into it when it does not run. */
    Path database() {
        return data.resolve("database");
    }

    /** Kills it, if it still lives. */
    void kill() {
        running.ifPresent(GatewayProcess::kill);
    }

    @Override
    public void close() {
        kill();
    }
}
