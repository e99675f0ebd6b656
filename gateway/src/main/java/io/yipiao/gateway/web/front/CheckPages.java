package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.inquiry.LockedException;
import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.gateway.web.FaceFields;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a bill by the five elements that are printed on it (五要素). */
public final class CheckPages {
    private final Inquiry inquiry;
    private final Showing showing;

    public CheckPages(Inquiry inquiry, Showing showing) {
        this.inquiry = inquiry;
        this.showing = showing;
    }

    public void addTo(Pages pages) {
        pages.on(
                        Page.CHECK,
                        visit ->
                                Reply.page(
                                        "check.jte",
                                        new CheckView(FaceFields.of(visit.frame()), "")))
                .on(Page.CHECK_FACE, this::check);
    }

    /**
     * What the page shows.
     *
     * @param locked why nobody may look now; empty if he may
     */
    public record CheckView(List<Field> fields, String locked) {
        public CheckView {
            fields = List.copyOf(fields);
        }

        public Field field(String name) {
            return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        }
    }

    private Reply check(Visit visit) {
        List<Field> fields =
                new ArrayList<>(
                        FaceFields.of(visit.frame()).stream()
                                .map(field -> field.filled(visit.form()))
                                .toList());
        Optional<TypedFace> face = FaceFields.read(visit.form(), fields, visit.frame(), false);
        if (face.isEmpty()) {
            return Reply.page(422, "check.jte", new CheckView(fields, ""));
        }
        try {
            return showing.page(visit, inquiry.ofFace(face.get(), visit.reader()));
        } catch (LockedException e) {
            return Reply.page(429, "check.jte", new CheckView(fields, visit.say("check.locked")));
        }
    }
}
