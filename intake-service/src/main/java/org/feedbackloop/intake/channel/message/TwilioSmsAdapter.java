package org.feedbackloop.intake.channel.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.intake.channel.FormBody;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TwilioSignature;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/** SMS and MMS by way of Twilio, and what comes to a number of ours there by WhatsApp. */
@SelfWiring
public final class TwilioSmsAdapter implements ProviderAdapter {

    private static final String PROVIDER = "twilio";
    private static final String WHATSAPP = "whatsapp:";
    private static final int MOST_FILES = 10;

    private final Normaliser normaliser;

    public TwilioSmsAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "sms/twilio";
    }

    /** @param secret the auth token of the account */
    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return TwilioSignature.fits(request, secret);
    }

    @Override
    public Optional<Reply> thanks() {
        return Optional.of(TwilioSignature.EMPTY_TWIML);
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return FormBody.parse(request.body())
                .map(form -> adapt(form, normaliser.beginUnmended(request.receivedAt())))
                .orElseGet(() -> new Adapted.Rejected(Problem.malformedBody("A form in UTF-8 is expected.")));
    }

    private Adapted adapt(FormBody form, Normalisation normal) {
        String id = MessageIds.of(form.first("MessageSid"));
        if (id == null) {
            return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "No message is named in it."));
        }
        if (isReport(form)) {
            return Adapted.nothing(new SetAside(SetAside.STATUS, "What became of a message."));
        }
        List<Attachment> files = files(form, normal);
        String text = form.first("Body");
        ConsentWord heard = optOut(form.first("OptOutType"));
        return new Said(
                        files.isEmpty() ? Said.TEXT : Said.CAPTION,
                        text,
                        heard == null ? ConsentWords.meant(text) : heard)
                .into(from(form, normal), PROVIDER, form.first("OriginalRepliedMessageSid"), null)
                .channel(Channel.SMS)
                .messageId("MessageSid", id)
                .conversation("To", MessageIds.of(form.first("To"), form.first("From")))
                .attachments(files)
                .outcome("Body");
    }

    private static Normalisation from(FormBody form, Normalisation normal) {
        String from = form.first("From");
        boolean byWhatsApp = from != null && from.startsWith(WHATSAPP);
        String number = from != null && byWhatsApp ? from.substring(WHATSAPP.length()) : from;
        return normal.phone("From", number)
                .messenger("From", number != null && byWhatsApp ? WHATSAPP + number.replace("+", "") : null)
                .customerName("ProfileName", form.first("ProfileName"));
    }

    /** Reports on messages of ours may come to the same address. A message to us is "received". */
    private static boolean isReport(FormBody form) {
        String status = form.first("MessageStatus");
        status = status == null ? form.first("SmsStatus") : status;
        return status != null && !status.equals("received") && !status.equals("receiving");
    }

    /** What Twilio itself took the message for and acted upon, in whatever words it was told to listen to. */
    private static @Nullable ConsentWord optOut(@Nullable String type) {
        try {
            return type == null ? null : ConsentWord.valueOf(type.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    private static List<Attachment> files(FormBody form, Normalisation normal) {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < MOST_FILES; i++) {
            if (form.first("MediaUrl" + i) == null) {
                break;
            }
            String type = normal.line("MediaContentType", form.first("MediaContentType" + i), 100);
            files.add(new Attachment(null, type == null ? Enclosed.UNKNOWN_TYPE : type, null));
        }
        return files;
    }
}
