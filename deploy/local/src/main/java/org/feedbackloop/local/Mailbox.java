package org.feedbackloop.local;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Reads over IMAP what customers got. */
public final class Mailbox {

    /** The login of the mailbox in which the mail server keeps a copy of every mail. */
    public static final String EVERYBODY = "everybody";

    private final int imapPort;

    public Mailbox(int imapPort) {
        this.imapPort = imapPort;
    }

    /** Every mail to one address, in the order of arrival. */
    public List<Mail> to(String address) {
        return read(address);
    }

    /** Every mail, once for each of its recipients, in the order of arrival. */
    public List<Mail> all() {
        return read(EVERYBODY);
    }

    /** Removes every mail. */
    public void empty() {
        Set<String> owners = all().stream().flatMap(mail -> mail.to().stream()).collect(Collectors.toSet());
        owners.forEach(this::empty);
        empty(EVERYBODY);
    }

    private List<Mail> read(String owner) {
        return inFolderOf(owner, Folder.READ_ONLY, folder -> {
            Message[] messages = folder.getMessages();
            FetchProfile whole = new FetchProfile();
            whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
            folder.fetch(messages, whole);
            List<Mail> mails = new ArrayList<>();
            for (Message message : messages) {
                mails.add(mail(message));
            }
            return mails;
        });
    }

    private void empty(String owner) {
        inFolderOf(owner, Folder.READ_WRITE, folder -> {
            folder.setFlags(folder.getMessages(), new Flags(Flags.Flag.DELETED), true);
            return folder.expunge();
        });
    }

    private <T> T inFolderOf(String owner, int mode, Reading<T> reading) {
        Properties settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", "5000");
        settings.setProperty("mail.imap.timeout", "60000");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, owner, owner);
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(mode);
                return reading.of(folder);
            }
        } catch (MessagingException | IOException e) {
            throw new StackFailure("The mailbox of " + owner + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Mail mail(Message message) throws MessagingException, IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(MimeUtility.unfold(header.getValue()));
        }
        return new Mail(
                String.join(", ", addresses(message.getFrom())),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                Objects.requireNonNullElse(message.getSubject(), ""),
                headers.getOrDefault("message-id", List.of("")).get(0),
                headers,
                text(message));
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address -> ((InternetAddress) address).getAddress())
                        .toList();
    }

    /** The first readable part: in a well-made mail that is the plain text, before its HTML. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return (String) part.getContent();
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Something done while a folder is open. */
    private interface Reading<T> {
        T of(Folder folder) throws MessagingException, IOException;
    }
}
