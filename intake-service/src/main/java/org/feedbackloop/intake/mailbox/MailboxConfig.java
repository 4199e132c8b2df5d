package org.feedbackloop.intake.mailbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** The mailboxes that customers write to, each an integration of its own. None by default. */
@ConfigMapping(prefix = "intake.mailboxes")
interface MailboxConfig {

    /** By name, which is part of every event id: whoever renames a mailbox takes what lies in it unmarked a second time. */
    @WithParentName
    Map<String, Account> byName();

    /** One mailbox. */
    interface Account {

        /** The IMAP server. */
        String host();

        @WithDefault("993")
        int port();

        /** How the connection is kept from being read by others. */
        @WithDefault("tls")
        Security security();

        String user();

        String password();

        @WithDefault("INBOX")
        String folder();

        /** The brand or site that customers speak to when they write there. */
        String brand();

        /** How long to wait after a look before the next one. At least one second. */
        @WithDefault("30s")
        Duration interval();

        /** How many mails are taken in one look, at least 1; what is left is taken in the next, which then follows at once. */
        @WithDefault("50")
        int batch();

        /** Of a mail that is larger than this the headers alone are kept, on {@code feedback.rejected.v1}. */
        @WithDefault("20M")
        MemorySize largest();

        /** How long the server may take to answer. */
        @WithDefault("30s")
        Duration timeout();
    }

    /** How a connection is secured. */
    enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** From the first command on, or no mail is read. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }
}
