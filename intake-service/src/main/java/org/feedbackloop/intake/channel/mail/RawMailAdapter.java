package org.feedbackloop.intake.channel.mail;

import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;

/** A mail as it travels (RFC 5322): piped in by a mail server of one's own, or fetched from a mailbox. */
@SelfWiring
public final class RawMailAdapter implements ChannelAdapter {

    private final MailReader reader;

    public RawMailAdapter(Normaliser normaliser) {
        this.reader = new MailReader(normaliser);
    }

    @Override
    public String address() {
        return "email";
    }

    @Override
    public String mediaType() {
        return "message/rfc822";
    }

    @Override
    public Adapted adapt(RawRequest request) {
        byte[] mail = request.body();
        return reader.read(MailParser.parse(mail), "sha256:" + Signatures.sha256Hex(mail), request.receivedAt());
    }
}
