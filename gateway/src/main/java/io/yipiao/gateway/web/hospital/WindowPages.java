package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.WalkIn;
import io.yipiao.gateway.claim.Window;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.IdType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The window's first page: who came. What he says goes into no address. */
public final class WindowPages {
    private static final String RESIDENT = "[0-9]{17}[0-9X]";
    private static final String OTHER = "\\S{4,30}";

    private final Window window;

    public WindowPages(Window window) {
        this.window = window;
    }

    public void addTo(Pages pages) {
        pages.on(Page.WINDOW, visit -> page(200, visit, List.of(number(visit), name(visit))))
                .on(Page.WINDOW_IDENTIFY, this::identify);
    }

    /**
     * What the page shows.
     *
     * @param papers the kinds of papers
     * @param chosen which of them
     */
    public record IdentifyView(List<Paper> papers, String chosen, List<Field> fields) {
        public IdentifyView {
            papers = List.copyOf(papers);
            fields = List.copyOf(fields);
        }
    }

    /** A kind of paper. */
    public record Paper(String value, String label) {}

    private Reply identify(Visit visit) {
        IdType type = type(visit);
        String idNumber = People.normal(visit.form().code("number"));
        String name = visit.form().text("name");
        Field number = number(visit).filled(visit.form());
        Field named = name(visit).filled(visit.form());
        boolean resident = type == IdType.RESIDENT_ID;
        if (!idNumber.matches(resident ? RESIDENT : OTHER)) {
            number =
                    number.wrong(
                            resident
                                    ? visit.say("hospital.window.number.wrong", idNumber.length())
                                    : visit.say("hospital.window.number.other"));
        }
        if (name.isEmpty() || name.length() > 100) {
            named = named.wrong(visit.say("hospital.window.name.wrong"));
        }
        if (number.error().isPresent() || named.error().isPresent()) {
            return page(422, visit, List.of(number, named));
        }
        UUID id = window.open(visit.principal().issuer(), new WalkIn(type, idNumber, name));
        return Reply.moved("/hospital/window/" + id);
    }

    private static Reply page(int status, Visit visit, List<Field> fields) {
        List<Paper> papers =
                Arrays.stream(IdType.values())
                        .map(type ->
                                new Paper(type.name(), visit.say("hospital.paper." + type.name())))
                        .toList();
        return Reply.page(
                status, "window.jte", new IdentifyView(papers, type(visit).name(), fields));
    }

    private static IdType type(Visit visit) {
        String typed = visit.form().text("paper");
        return Optional.of(typed)
                .filter(name ->
                        Arrays.stream(IdType.values()).anyMatch(type -> type.name().equals(name)))
                .map(IdType::valueOf)
                .orElse(IdType.RESIDENT_ID);
    }

    private static Field number(Visit visit) {
        return Field.text("number", visit.say("hospital.window.number"))
                .withHint(visit.say("hospital.window.number.hint"));
    }

    private static Field name(Visit visit) {
        return Field.text("name", visit.say("hospital.window.name"))
                .withHint(visit.say("hospital.window.name.hint"));
    }
}
