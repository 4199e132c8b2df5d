package org.feedbackloop.intake.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.mailbox.MailboxConfig.Account;
import org.feedbackloop.intake.publish.Answer;
import org.feedbackloop.intake.publish.Intake;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the mails of one mailbox to the broker, and marks each that the broker has acknowledged. For one thread.
 *
 * <p>Counts {@code intake.mailbox.mails} by mailbox and outcome: {@code taken}, {@code oversize}, {@code unreadable}, {@code
 * unacknowledged}; and {@code intake.mailbox.away}, the looks that the server refused.
 */
final class MailboxRelay {

    private static final Logger LOG = Logger.getLogger(MailboxRelay.class);

    /** Longer than the publisher waits for an acknowledgement; it only ends a wait that would have no end. */
    private static final long PATIENCE_SECONDS = 120;

    private static final ChannelAdapter OVERSIZE = new OversizeMail();

    private final Integration integration;
    private final Account account;
    private final ChannelAdapter adapter;
    private final Intake intake;
    private final Clock clock;
    private final MeterRegistry meters;

    /** Tried after all others, so that they hold up none of them. Forgotten at a restart, which does no harm. */
    private final Set<Long> failed = new HashSet<>();

    MailboxRelay(
            Integration integration,
            Account account,
            ChannelAdapter adapter,
            Intake intake,
            Clock clock,
            MeterRegistry meters) {
        if (account.batch() < 1) {
            throw new IllegalArgumentException("of a mailbox at least one mail must be taken in a look");
        }
        this.integration = integration;
        this.account = account;
        this.adapter = adapter;
        this.intake = intake;
        this.clock = clock;
        this.meters = meters;
    }

    /** What one look into the mailbox came to. */
    enum Outcome {
        /** There is nothing more to take, but for mails that could not be fetched: they are tried again in the next look. */
        DONE,
        /** There was as much as one look takes: there may be more. */
        MORE,
        /** Broker or server are away, which may be better later. */
        FAILED
    }

    Outcome look() throws InterruptedException {
        try (MailboxConsumer mailbox = MailboxConsumer.open(account)) {
            return take(mailbox);
        } catch (MessagingException | RuntimeException e) {
            // The library also throws what its documentation does not name, and the next look must come all the same.
            LOG.warnf("mailbox-away integration=%s reason=%s", integration.name(), e);
            meters.counter("intake.mailbox.away", "mailbox", integration.name()).increment();
            return Outcome.FAILED;
        }
    }

    private Outcome take(MailboxConsumer mailbox) throws MessagingException, InterruptedException {
        List<Message> batch = batch(mailbox);
        boolean allTaken = true;
        for (Message mail : batch) {
            long uid = mailbox.uid(mail);
            try {
                if (!isKept(mailbox, mail)) {
                    // The broker is away, or does not take this one: the next look begins with the others.
                    failed(uid, "unacknowledged");
                    return Outcome.FAILED;
                }
                mailbox.mark(mail);
                failed.remove(uid);
            } catch (MessagingException | IOException | RuntimeException e) {
                LOG.warnf("mail-not-taken integration=%s uid=%d reason=%s", integration.name(), uid, e);
                failed(uid, "unreadable");
                allTaken = false;
                if (!mailbox.isOpen()) {
                    return Outcome.FAILED;
                }
            }
        }
        // One that cannot be fetched must make the others neither wait longer nor never.
        return allTaken && batch.size() == account.batch() ? Outcome.MORE : Outcome.DONE;
    }

    private List<Message> batch(MailboxConsumer mailbox) throws MessagingException {
        List<Message> fresh = new ArrayList<>();
        List<Message> again = new ArrayList<>();
        for (Message mail : mailbox.untaken(account.batch() + failed.size())) {
            (failed.contains(mailbox.uid(mail)) ? again : fresh).add(mail);
        }
        if (fresh.isEmpty() && again.isEmpty()) {
            // Somebody removed what was tried in vain.
            failed.clear();
        }
        fresh.addAll(again);
        return fresh.subList(0, Math.min(fresh.size(), account.batch()));
    }

    /** Whether the broker has it, be it as feedback or as what could not be used. */
    private boolean isKept(MailboxConsumer mailbox, Message mail)
            throws MessagingException, IOException, InterruptedException {
        boolean oversize = mail.getSize() > account.largest().asLongValue();
        byte[] bytes = oversize ? mailbox.headers(mail) : mailbox.bytes(mail);
        RawRequest request = new RawRequest(MailboxRelay::header, "", bytes, clock.instant());
        boolean kept = acknowledged(oversize ? OVERSIZE : adapter, request);
        if (kept) {
            count(oversize ? "oversize" : "taken");
        }
        return kept;
    }

    private boolean acknowledged(ChannelAdapter reader, RawRequest request) throws InterruptedException {
        try {
            Answer answer = intake.take(reader, request, integration, null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer.fold(ids -> true, problem -> false);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("mail-not-acknowledged integration=%s reason=%s", integration.name(), e);
            return false;
        }
    }

    private void failed(long uid, String outcome) {
        failed.add(uid);
        count(outcome);
    }

    private void count(String outcome) {
        meters.counter("intake.mailbox.mails", "mailbox", integration.name(), "outcome", outcome)
                .increment();
    }

    private static @Nullable String header(String name) {
        return name.equalsIgnoreCase("Content-Type") ? "message/rfc822" : null;
    }
}
