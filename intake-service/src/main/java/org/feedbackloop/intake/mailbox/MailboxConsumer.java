package org.feedbackloop.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.feedbackloop.intake.mailbox.MailboxConfig.Account;
import org.feedbackloop.intake.mailbox.MailboxConfig.Security;

/** A folder on an IMAP server, open for as long as one look into it takes. */
final class MailboxConsumer implements AutoCloseable {

    /** A word of our own: people may read the mailbox too, and what they have read is not yet taken. */
    private static final String TAKEN = "FeedbackTaken";

    private final Store store;
    private final IMAPFolder folder;
    private final Flags mark;

    private MailboxConsumer(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
        // A server that keeps no words of ours leaves us no other mark than the one that readers set.
        this.mark =
                folder.getPermanentFlags().contains(Flags.Flag.USER) ? new Flags(TAKEN) : new Flags(Flags.Flag.SEEN);
    }

    static MailboxConsumer open(Account account) throws MessagingException {
        Store store = Session.getInstance(settings(account)).getStore("imap");
        try {
            store.connect(account.host(), account.port(), account.user(), account.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_WRITE);
            return new MailboxConsumer(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties settings(Account account) {
        String millis = Long.toString(account.timeout().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", millis);
        settings.setProperty("mail.imap.timeout", millis);
        settings.setProperty("mail.imap.writetimeout", millis);
        settings.setProperty("mail.imap.ssl.enable", Boolean.toString(account.security() == Security.TLS));
        settings.setProperty("mail.imap.starttls.enable", Boolean.toString(account.security() == Security.STARTTLS));
        settings.setProperty("mail.imap.starttls.required", Boolean.toString(account.security() == Security.STARTTLS));
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        // In one piece: servers err about sizes, and a mail that is fetched by them would lack its end.
        settings.setProperty("mail.imap.partialfetch", "false");
        return settings;
    }

    /** So many of the mails that bear no mark. */
    List<Message> untaken(int most) throws MessagingException {
        Message[] untaken = folder.search(
                new AndTerm(new FlagTerm(mark, false), new FlagTerm(new Flags(Flags.Flag.DELETED), false)));
        Message[] first = Arrays.copyOf(untaken, Math.min(untaken.length, most));
        FetchProfile outline = new FetchProfile();
        outline.add(UIDFolder.FetchProfileItem.UID);
        outline.add(FetchProfile.Item.SIZE);
        folder.fetch(first, outline);
        return List.of(first);
    }

    long uid(Message mail) throws MessagingException {
        return folder.getUID(mail);
    }

    /** The mail as it travelled. Leaves no trace in the mailbox. */
    byte[] bytes(Message mail) throws MessagingException, IOException {
        ((IMAPMessage) mail).setPeek(true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(mail.getSize(), 1_024));
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    byte[] headers(Message mail) throws MessagingException {
        ((IMAPMessage) mail).setPeek(true);
        List<String> lines = Collections.list(((IMAPMessage) mail).getAllHeaderLines());
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    /** Whoever reads the mailbox sees it as read, too. */
    void mark(Message mail) throws MessagingException {
        Flags flags = new Flags(mark);
        flags.add(Flags.Flag.SEEN);
        mail.setFlags(flags, true);
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    @Override
    public void close() throws MessagingException {
        // The folder is closed with it, and nothing is expunged.
        store.close();
    }
}
