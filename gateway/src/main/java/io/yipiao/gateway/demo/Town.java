package io.yipiao.gateway.demo;

import io.yipiao.gateway.start.Gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a gateway with the demonstration: three hospitals, thirty people with families, bills in
 * every state and claims at every step. What is there already stays as it is.
 */
public final class Town {
    private final Demonstration payers;
    private final Hospitals hospitals;
    private final ClinicSeries series;
    private final Townspeople people;
    private final Cases cases;
    private final FromElsewhere elsewhere;

    /**
     * @param folder where the hospitals' own keys lie, which are made at the first start
     */
    public Town(Gateway gateway, Confirmation finance, Path folder) {
        this.payers = new Demonstration(gateway, finance);
        this.hospitals = new Hospitals(gateway, payers, finance, folder);
        this.series = new ClinicSeries(gateway);
        this.people = new Townspeople(gateway);
        this.cases = new Cases(gateway, people);
        this.elsewhere = new FromElsewhere(gateway, people);
    }

    /** Fills it; done again it changes nothing. */
    public void fill() {
        payers.enrolPayers();
        hospitals.enrol();
        series.open();
        people.settle();
        List<PlannedBill> plan = PlannedBill.all(people);
        hospitals.upload(
                plan.stream()
                        .filter(planned -> planned.fate() != Fate.UNREGISTERED)
                        .map(PlannedBill::bill)
                        .toList());
        follow(plan);
        hospitals.upload(plan.stream().flatMap(planned -> planned.later().stream()).toList());
        elsewhere.file();
    }

    /** All at once, as a real network needs a second or two for each. */
    private void follow(List<PlannedBill> plan) {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = List.copyOf(plan.stream().map(one -> start(hands, one)).toList());
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new StoryException("a case of the demonstration failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        }
    }

    private Future<?> start(ExecutorService hands, PlannedBill planned) {
        return hands.submit(() ->
                hospitals.stored(planned.bill()).ifPresent(bill -> cases.follow(planned, bill)));
    }

    Townspeople people() {
        return people;
    }

    Hospitals hospitals() {
        return hospitals;
    }
}
