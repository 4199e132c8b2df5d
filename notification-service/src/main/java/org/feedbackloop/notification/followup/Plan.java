package org.feedbackloop.notification.followup;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FollowUpRequested;

/** What we decide about a request. Reads only the request: equal ones get an equal plan. */
sealed interface Plan {

    <R> R fold(Supplier<R> send, Function<String, R> skip);

    static Plan of(FollowUpRequested request) {
        return objections().stream()
                .map(objection -> objection.to(request))
                .flatMap(Optional::stream)
                .findFirst()
                .<Plan>map(Skip::new)
                .orElseGet(Send::new);
    }

    /** In this order; the first that applies is the reason. */
    private static List<Objection> objections() {
        return List.of(Plan::noSender, Plan::notAnAddress);
    }

    private static Optional<String> noSender(FollowUpRequested request) {
        ContactKind kind = request.recipient().kind();
        return kind == ContactKind.EMAIL
                ? Optional.empty()
                : Optional.of("there is no sender for " + kind.wireName() + " yet");
    }

    private static Optional<String> notAnAddress(FollowUpRequested request) {
        Contact recipient = request.recipient();
        return EmailAddress.parse(recipient.value()).isPresent()
                ? Optional.empty()
                : Optional.of("the address is not one that mail can be sent to");
    }

    /** As soon as we can. */
    record Send() implements Plan {
        @Override
        public <R> R fold(Supplier<R> send, Function<String, R> skip) {
            return send.get();
        }
    }

    /** Never. */
    record Skip(String reason) implements Plan {
        @Override
        public <R> R fold(Supplier<R> send, Function<String, R> skip) {
            return skip.apply(reason);
        }
    }

    /** A reason not to send. */
    @FunctionalInterface
    interface Objection {
        Optional<String> to(FollowUpRequested request);
    }
}
