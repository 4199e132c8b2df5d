package org.feedbackloop.intake.channel.mail;

import java.util.List;
import java.util.Set;
import org.feedbackloop.event.v1.Attachment;

/**
 * A mail, read. Redacts itself when printed.
 *
 * @param text what it says, quotes and signature included; HTML has become text
 * @param attachments everything in it that is not its text
 * @param kinds the media types of its multiparts and of what is reported in it, in lower case
 */
record Mail(MailHeaders headers, String text, List<Attachment> attachments, Set<String> kinds) {

    private static final int MOST_ATTACHMENTS = 50;

    Mail {
        attachments = List.copyOf(
                attachments.size() > MOST_ATTACHMENTS ? attachments.subList(0, MOST_ATTACHMENTS) : attachments);
        kinds = Set.copyOf(kinds);
    }

    @Override
    public String toString() {
        return "Mail[" + text.length() + " characters, " + attachments.size() + " attachments]";
    }
}
