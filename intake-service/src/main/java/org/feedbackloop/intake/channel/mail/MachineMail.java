package org.feedbackloop.intake.channel.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.feedbackloop.intake.draft.Adapted.SetAside;

/**
 * Tells mails that machines wrote from those that people did. To answer a machine begins a loop; to take a person for one
 * loses a customer. So headers decide, which people's mailers do not write, and never words in the subject or the text.
 */
final class MachineMail {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> POSTMASTERS = Set.of("mailer-daemon", "postmaster", "mail-daemon");

    /** The first that applies is the reason. */
    private static final List<Rule> RULES = List.of(
            // Ours carry X-Feedback-Id, whatever domain they are sent from; an answer to one does not.
            new Rule(SetAside.LOOP, "It is a mail of ours that came back.", mail -> has(mail, "x-feedback-id")),
            new Rule(SetAside.LOOP, "It says that it went through a loop.", mail -> has(mail, "x-loop")),
            new Rule(SetAside.BOUNCE, "It reports what became of a mail.", MachineMail::isDeliveryReport),
            new Rule(SetAside.BOUNCE, "A mail server wrote it.", MachineMail::isFromPostmaster),
            new Rule(SetAside.AUTO_REPLY, "It says that a machine sent it.", MachineMail::isAutoSubmitted),
            new Rule(SetAside.AUTO_REPLY, "It asks machines not to answer.", MachineMail::suppressesAnswers),
            new Rule(SetAside.AUTO_REPLY, "It went to many, or out by itself.", MachineMail::isBulk),
            new Rule(SetAside.AUTO_REPLY, "It says that it is an automatic reply.", MachineMail::isNamedAutoReply),
            new Rule(
                    SetAside.AUTO_REPLY,
                    "It tells that a mail was read.",
                    mail -> mail.kinds().contains("message/disposition-notification")),
            new Rule(SetAside.BOUNCE, "It has no sender that could be answered.", MachineMail::hasNoReturnPath));

    private MachineMail() {}

    /** Empty if a person wrote it, as far as one can tell. */
    static Optional<SetAside> reason(Mail mail) {
        return RULES.stream()
                .filter(rule -> rule.applies().test(mail))
                .findFirst()
                .map(rule -> new SetAside(rule.reason(), rule.detail()));
    }

    private record Rule(String reason, String detail, Predicate<Mail> applies) {}

    private static boolean isDeliveryReport(Mail mail) {
        return mail.kinds().contains("message/delivery-status")
                || mail.kinds().contains("message/feedback-report")
                || has(mail, "x-failed-recipients");
    }

    private static boolean isFromPostmaster(Mail mail) {
        return mail.headers().from().stream()
                .map(from ->
                        from.address().substring(0, Math.max(0, from.address().indexOf('@'))))
                .anyMatch(POSTMASTERS::contains);
    }

    private static boolean isAutoSubmitted(Mail mail) {
        String value = word(mail, "auto-submitted");
        return !value.isEmpty() && !value.equals("no");
    }

    private static boolean suppressesAnswers(Mail mail) {
        String value = word(mail, "x-auto-response-suppress");
        return !value.isEmpty() && !value.equals("none");
    }

    private static boolean isBulk(Mail mail) {
        return PRECEDENCES.contains(word(mail, "precedence"))
                || has(mail, "list-id")
                || has(mail, "list-unsubscribe")
                || has(mail, "list-post");
    }

    private static boolean isNamedAutoReply(Mail mail) {
        return has(mail, "x-autoreply")
                || has(mail, "x-autorespond")
                || has(mail, "x-autoresponder")
                || has(mail, "x-mail-autoreply");
    }

    private static boolean hasNoReturnPath(Mail mail) {
        return mail.headers().first("return-path").replace(" ", "").equals("<>");
    }

    private static boolean has(Mail mail, String header) {
        return mail.headers().has(header);
    }

    /** The first word of a header, which may have parameters and comments behind it. */
    private static String word(Mail mail, String header) {
        String value = mail.headers().first(header).toLowerCase(Locale.ROOT).strip();
        int end = 0;
        while (end < value.length() && " ;,(\t".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }
}
