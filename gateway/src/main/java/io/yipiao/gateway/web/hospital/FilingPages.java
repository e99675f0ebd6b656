package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.Estimates;
import io.yipiao.gateway.claim.PayeeAccount;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.claim.WalkIn;
import io.yipiao.gateway.claim.Window;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The window's second page: his bills of this hospital, and filing them for him. */
public final class FilingPages {
    private static final String KEY = "[0-9A-Za-z-]{8,40}";

    private final Window window;
    private final Estimates estimates;

    public FilingPages(Window window, Estimates estimates) {
        this.window = window;
        this.estimates = estimates;
    }

    public void addTo(Pages pages) {
        pages.on(Page.WINDOW_VISIT, visit -> page(200, visit, fields(visit), List.of()))
                .on(Page.WINDOW_FILE, this::file);
    }

    private Reply file(Visit visit) throws NoPageException {
        int issuer = visit.principal().issuer();
        WalkIn person = person(visit);
        Set<String> ticked = Set.copyOf(visit.form().all("bill"));
        List<UUID> chosen =
                window.bills(person, issuer).stream()
                        .map(StoredBill::id)
                        .filter(id -> ticked.contains(id.toString()))
                        .toList();
        List<Field> fields = checked(visit, person);
        if (fields.stream().anyMatch(field -> field.error().isPresent())) {
            return page(422, visit, fields, List.of());
        }
        if (chosen.isEmpty()) {
            return page(422, visit, fields, List.of(visit.say("hospital.window.none-ticked")));
        }
        try {
            window.mandate(
                    person,
                    issuer,
                    visit.form().text("evidence"),
                    visit.principal().token().toString());
        } catch (FieldException e) {
            throw new NoPageException();
        }
        List<String> faults = file(visit, issuer, chosen);
        return faults.isEmpty()
                ? Reply.done("/hospital/window/" + Asked.id(visit) + "/receipt", "hospital-filed")
                : page(422, visit, fields, faults);
    }

    private List<String> file(Visit visit, int issuer, List<UUID> chosen) {
        String typed = visit.form().text("key");
        String key = typed.matches(KEY) ? typed : UUID.randomUUID().toString();
        List<String> emergencies = visit.form().all("emergency");
        List<String> faults = new ArrayList<>();
        for (UUID bill : chosen) {
            if (window.file(issuer, bill, emergencies.contains(bill.toString()), key + "/" + bill)
                    instanceof Submission.NotTaken(Submission.Cause cause)) {
                faults.add(visit.frame().say(new Sentence(cause.chinese(), cause.english())));
            }
        }
        return faults;
    }

    /** The fields as they came back; a new account is registered if all of them are right. */
    private List<Field> checked(Visit visit, WalkIn person) {
        List<Field> fields = new ArrayList<>();
        for (Field field : fields(visit, person)) {
            Field filled = field.filled(visit.form());
            boolean empty = filled.value().length() < 2 || filled.value().length() > 200;
            fields.add(
                    empty
                            ? filled.wrong(visit.say("hospital.window.fill", field.label()))
                            : filled);
        }
        boolean asked = fields.size() > 1;
        if (asked && fields.stream().allMatch(field -> field.error().isEmpty())) {
            try {
                window.register(person, visit.form().text("bank"), visit.form().code("account"));
            } catch (FieldException e) {
                String wrong = e.field().equals("number") ? "account" : "bank";
                String why =
                        e.field().equals("holder")
                                ? visit.say("hospital.window.holder.wrong")
                                : visit.say("hospital.window.account.wrong");
                fields.replaceAll(field -> field.name().equals(wrong) ? field.wrong(why) : field);
            }
        }
        return fields;
    }

    private List<Field> fields(Visit visit) throws NoPageException {
        return fields(visit, person(visit));
    }

    private List<Field> fields(Visit visit, WalkIn person) {
        Field evidence =
                Field.text("evidence", visit.say("hospital.window.evidence"))
                        .withHint(visit.say("hospital.window.evidence.hint"));
        return window.account(person).isPresent()
                ? List.of(evidence)
                : List.of(
                        evidence,
                        Field.text("bank", visit.say("hospital.window.bank")),
                        Field.text("account", visit.say("hospital.window.account"))
                                .withHint(visit.say("hospital.window.account.hint"))
                                .filledBy("off", "numeric"));
    }

    private Reply page(int status, Visit visit, List<Field> fields, List<String> faults)
            throws NoPageException {
        int issuer = visit.principal().issuer();
        WalkIn person = person(visit);
        Set<String> ticked = visit.form().all("bill").stream().collect(Collectors.toSet());
        Optional<PayeeAccount> account = window.account(person);
        return Reply.page(
                status,
                "filing.jte",
                new FilingView(
                        Asked.id(visit),
                        person.name(),
                        window.bills(person, issuer).stream()
                                .map(bill -> choice(bill, visit, ticked))
                                .toList(),
                        fields,
                        account.map(PayeeAccount::tail).orElse(""),
                        faults,
                        !window.filed(person, issuer).isEmpty(),
                        UUID.randomUUID().toString()));
    }

    private FilingView.Choice choice(StoredBill bill, Visit visit, Set<String> ticked) {
        return new FilingView.Choice(
                bill.id(),
                bill.bill().id().number(),
                bill.bill().issueDate().toString(),
                visit.frame().yuan(bill.bill().total()),
                estimates.estimate(bill.id()).map(visit.frame()::yuan).orElse(""),
                ticked.contains(bill.id().toString()),
                visit.form().all("emergency").contains(bill.id().toString()));
    }

    private WalkIn person(Visit visit) throws NoPageException {
        return window.visitor(Asked.id(visit), visit.principal().issuer())
                .orElseThrow(NoPageException::new);
    }
}
