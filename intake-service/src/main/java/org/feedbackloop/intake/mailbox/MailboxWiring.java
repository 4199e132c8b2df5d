package org.feedbackloop.intake.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.mail.RawMailAdapter;
import org.feedbackloop.intake.mailbox.MailboxRelay.Outcome;
import org.feedbackloop.intake.publish.Intake;
import org.jboss.logging.Logger;

/** Looks into each mailbox from its own thread: IMAP blocks, and one server that hangs must not hold up the others. */
@Singleton
class MailboxWiring {

    private static final Logger LOG = Logger.getLogger(MailboxWiring.class);

    private final List<Thread> threads = new ArrayList<>();

    void start(
            @Observes StartupEvent started,
            MailboxConfig config,
            RawMailAdapter adapter,
            Intake intake,
            MeterRegistry meters) {
        config.byName().forEach((name, account) -> {
            Integration integration = new Integration(name, account.brand(), EnumSet.of(Channel.EMAIL));
            MailboxRelay relay = new MailboxRelay(integration, account, adapter, intake, Clock.systemUTC(), meters);
            Pace pace = Pace.of(account.interval());
            Thread thread = new Thread(() -> keepLooking(relay, pace), "mailbox-" + name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
            LOG.infof("mailbox-watched integration=%s", name);
        });
    }

    /** A mail that is under way then stays unmarked, and is taken after the next start. */
    void stop(@Observes ShutdownEvent stopping) {
        threads.forEach(Thread::interrupt);
    }

    private static void keepLooking(MailboxRelay relay, Pace usual) {
        Pace pace = usual;
        try {
            while (true) {
                Outcome outcome = relay.look();
                pace = outcome == Outcome.FAILED ? pace.afterFailure() : pace.afterSuccess();
                if (outcome != Outcome.MORE) {
                    Thread.sleep(pace.pause().toMillis());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
