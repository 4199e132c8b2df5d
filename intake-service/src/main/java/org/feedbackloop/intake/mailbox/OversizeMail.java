package org.feedbackloop.intake.mailbox;

import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;

/** In place of the adapter for mails that are too large to be fetched: their headers are kept for people to look at. */
final class OversizeMail implements ChannelAdapter {

    @Override
    public String address() {
        return "email";
    }

    @Override
    public String mediaType() {
        return "message/rfc822";
    }

    @Override
    public Adapted adapt(RawRequest headers) {
        return new Adapted.Rejected(Problem.of(Kind.TOO_LARGE, "The mail is larger than this mailbox takes."));
    }
}
