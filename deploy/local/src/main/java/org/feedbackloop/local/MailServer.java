package org.feedbackloop.local;

import java.util.List;

/** Takes mail for anybody over SMTP, keeps it in memory and shows it over IMAP. Delivers nothing to the world. */
public final class MailServer extends Part {

    MailServer(Site site) {
        super("mail", site);
    }

    public int smtpPort() {
        return site().ports().smtp();
    }

    public Mailbox mailbox() {
        return new Mailbox(site().ports().imap());
    }

    @Override
    public String address() {
        return "SMTP 127.0.0.1:" + smtpPort() + ", IMAP 127.0.0.1:"
                + site().ports().imap();
    }

    @Override
    List<Integer> listensOn() {
        return List.of(smtpPort(), site().ports().imap());
    }

    @Override
    List<String> command() {
        return List.of(
                Jdk.running().java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                site().checkout().stackClassPath(),
                "org.feedbackloop.local.process.MailServerMain",
                Integer.toString(smtpPort()),
                Integer.toString(site().ports().imap()));
    }

    @Override
    boolean answers() {
        return TcpPort.answers(smtpPort()) && TcpPort.answers(site().ports().imap());
    }
}
