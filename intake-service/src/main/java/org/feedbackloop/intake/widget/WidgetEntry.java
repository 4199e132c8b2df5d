package org.feedbackloop.intake.widget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.form.FormEntry;
import org.feedbackloop.intake.form.HostedForm;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor typed into the widget, as its script sends it.
 *
 * @param token from the opening of the widget
 * @param kind {@code message}, or {@code callback} for a call
 * @param language of the widget
 * @param from no call before this time, with offset
 * @param until no call after this time, with offset
 * @param zone the visitor's time zone, an IANA name
 * @param page that the widget stands on
 * @param website a field that no person sees
 */
record WidgetEntry(
        @Nullable String token,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String type,
        @Nullable String message,
        @Nullable String order,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable String page,
        @Nullable String website) {

    static final String MESSAGE = "message";
    static final String CALLBACK = "callback";

    boolean isTrapped() {
        return website != null && !website.isBlank();
    }

    Channel channel() {
        return CALLBACK.equals(kind) ? Channel.CALLBACK : Channel.WEB_FORM;
    }

    Adapted adapt(Normaliser normaliser, HostedForm form, Instant receivedAt) {
        PageLanguage spoken = PageLanguage.choose(language, null, form.languages());
        if (CALLBACK.equals(kind)) {
            return adaptCallback(normaliser.begin(receivedAt), form, spoken);
        }
        return MESSAGE.equals(kind)
                ? entry().adapt(normaliser, form, spoken, receivedAt)
                : new Adapted.Rejected(
                        Problem.invalidFeedback(List.of(new FieldProblem("kind", "must be message or callback"))));
    }

    private Adapted adaptCallback(Normalisation normal, HostedForm form, PageLanguage spoken) {
        Adapted adapted = normal.channel(Channel.CALLBACK)
                .customerName("name", name)
                .phone("phone", phone)
                .text("message", text(message).isBlank() ? spoken.text("widget.callback.said") : message)
                .language("language", spoken.getTag())
                .category("category", form.category())
                .product("product", form.product())
                .page("page", page)
                .details(new ChannelDetails.CallBack(
                        normal.time("from", from), normal.time("until", until), normal.line("zone", zone, 60)))
                .outcome("message");
        if (!text(phone).isBlank()) {
            return adapted;
        }
        List<FieldProblem> problems = new ArrayList<>(adapted.fold(all -> List.of(), Problem::invalidParams));
        problems.add(new FieldProblem("phone", "must not be empty: it is where we call"));
        return new Adapted.Rejected(Problem.invalidFeedback(problems));
    }

    private FormEntry entry() {
        return new FormEntry(
                text(token),
                text(type),
                text(message),
                text(order),
                text(name),
                text(email),
                text(phone),
                text(page),
                text(website));
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    @Override
    public String toString() {
        return "WidgetEntry[" + kind + "]";
    }
}
