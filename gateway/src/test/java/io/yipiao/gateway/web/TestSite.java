package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Gate;
import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.access.Tokens;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.http.ApiServer;
import io.yipiao.gateway.http.Health;
import io.yipiao.gateway.http.Metrics;
import io.yipiao.gateway.http.Operations;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.settings.SettingsException;
import io.yipiao.gateway.store.Database;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A real server on a free port with some of the pages; those that a test gives no handler answer
 * 204.
 */
public final class TestSite implements AutoCloseable {
    private final Metrics metrics = new Metrics();
    private final ApiServer server;

    /**
     * @param sessions who signed in under a cookie's text
     */
    public TestSite(
            Database database,
            String address,
            Function<String, Optional<Principal>> sessions,
            Consumer<Pages> handlers) {
        this(database, address, sessions, (session, path, form) -> {}, handlers);
    }

    /**
     * @param keeping where forms go that came too late
     */
    public TestSite(
            Database database,
            String address,
            Function<String, Optional<Principal>> sessions,
            Keeping keeping,
            Consumer<Pages> handlers) {
        Pages pages = new Pages();
        handlers.accept(pages);
        Set<Page> missing = EnumSet.allOf(Page.class);
        missing.removeAll(pages.answered());
        missing.forEach(page -> pages.on(page, visit -> Reply.sent(Answer.nothing())));
        Operations operations = new Operations();
        for (Route route : Route.values()) {
            operations.on(route, call -> Answer.nothing());
        }
        try {
            Settings settings =
                    Settings.read(List.of("--demonstration=true"), Map.of("YIPIAO_HTTP_PORT", "0"));
            Site site = new Site(address, true, true, Assets.load());
            server =
                    ApiServer.start(
                            settings,
                            new Gate(new Tokens(database)),
                            operations,
                            new Serving(site, sessions, keeping, settings.limits(), metrics)
                                    .mounts(pages),
                            new Health(List.of()),
                            metrics);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A browser that knows nothing yet. */
    public Browser browser() {
        return new Browser(server.address());
    }

    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
