package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;

/** Health, metrics, the contract and the page to try it. */
public final class ServiceOperations {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Contract contract = Contract.read();
    private final ApiPage page = ApiPage.load();
    private final Health health;
    private final Metrics metrics;

    public ServiceOperations(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.LIVE, call -> health.live())
                .on(Route.READY, call -> health.ready())
                .on(Route.METRICS, call -> metrics())
                .on(Route.CONTRACT_AS_JSON, call -> contractAsJson())
                .on(Route.CONTRACT_AS_YAML, call -> contractAsYaml())
                .on(Route.API_PAGE, call -> page.index())
                .on(Route.API_PAGE_FILE, call -> page.file(call.path("file")));
    }

    private Answer metrics() {
        return Answer.text(200, "text/plain", metrics.scrape()).with("Content-Type", PROMETHEUS);
    }

    private Answer contractAsJson() {
        return Answer.text(200, "application/json", contract.json().encode());
    }

    private Answer contractAsYaml() {
        return Answer.text(200, "application/yaml", contract.yaml());
    }
}
