package org.feedbackloop.local.process;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.feedbackloop.local.Mailbox;

/**
 * A GreenMail that takes mail for anybody: each address gets its mailbox with its first mail, any login is let in, and
 * one more mailbox holds a copy of everything.
 */
final class AnybodysMail {

    private AnybodysMail() {}

    /** Started; port 0 is any free one. */
    static GreenMail start(int smtpPort, int imapPort) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig()
                .withDisabledAuthentication()
                .withUser(Mailbox.EVERYBODY, Mailbox.EVERYBODY, Mailbox.EVERYBODY));
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            users.getUser(Mailbox.EVERYBODY).deliver(message.getMessage());
            GreenMailUser known = users.getUserByEmail(address.getEmail());
            return known != null ? known : users.createUser(address.getEmail(), address.getEmail(), address.getEmail());
        });
        server.start();
        return server;
    }
}
