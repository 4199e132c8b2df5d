package org.feedbackloop.local.process;

/** Runs the mail server. */
final class MailServerMain {

    private MailServerMain() {}

    /** Arguments: the port for SMTP, the port for IMAP. */
    public static void main(String[] args) {
        AnybodysMail.start(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }
}
