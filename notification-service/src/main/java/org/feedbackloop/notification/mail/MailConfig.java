package org.feedbackloop.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How mails leave the house. */
@ConfigMapping(prefix = "notification.mail")
interface MailConfig {

    /** Whom mails come from, for example {@code Customer care <care@example.org>}. */
    String from();

    /** Where an answer to a mail goes; where it came from, unless said otherwise. */
    Optional<String> replyTo();

    /**
     * What stands after the {@code @} of each Message-ID, a domain of ours. Never change it while follow-ups wait: a mail
     * that is sent again would no longer be known as the same.
     */
    String messageIdDomain();

    /** How many mails are sent at the same time, each over a connection of its own. */
    @WithDefault("8")
    int senders();

    /**
     * How long a process may be silent before what it was sending counts as left behind. Shorter brings a mail sooner after
     * a crash; too short, and a pause for breath of one process makes another send the mail a second time.
     */
    @WithDefault("12s")
    Duration lease();

    /** How long to wait after each attempt that failed; after the last one there is one more attempt, then we give up. */
    @WithDefault("2s,10s,1m,5m,15m,1h,2h,4h,8h,8h")
    List<Duration> pauses();

    Smtp smtp();

    /** The server that takes our mails. */
    interface Smtp {

        String host();

        int port();

        @WithDefault("starttls")
        Security security();

        /** None: the server takes mails of anybody who can reach it. */
        Optional<String> username();

        Optional<String> password();

        @WithDefault("10s")
        Duration connectTimeout();

        /**
         * How long to wait for an answer. When it passes we cannot know whether the mail was taken, and it goes again: better
         * long than short, for servers look into mails before they take them.
         */
        @WithDefault("2m")
        Duration replyTimeout();
    }

    /** How the connection is kept from being read by others. */
    enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** From the first command on, or no mail is sent. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }
}
