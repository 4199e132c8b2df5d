package org.feedbackloop.intake.channel.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.IvrCall;
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

/**
 * What a caller pressed or said at a menu of Twilio's, the verb Gather. Twilio does not tell which menu it was, so the address
 * that the verb is given as its action does: {@code ?menu=billing/invoice}. Each menu of a call needs another one, for a call
 * and a menu name what was said. With {@code &scale=csat} (or another scale of ratings) the keys are a score.
 */
@SelfWiring
public final class TwilioGatherAdapter implements ProviderAdapter {

    /** What Twilio writes where a caller hides their number. Some of them could be numbers. */
    private static final Set<String> NOBODY =
            Set.of("+266696687", "+7378742883", "+2562533", "+8656696", "+86282452253");

    private static final int MOST_MENUS = 20;

    private final Normaliser normaliser;

    public TwilioGatherAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "ivr/twilio";
    }

    /** @param secret the auth token of the account */
    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return TwilioSignature.fits(request, secret);
    }

    /** Twilio goes on with the next verb after the Gather, if there is one, and else hangs up. */
    @Override
    public Optional<Reply> thanks() {
        return Optional.of(TwilioSignature.EMPTY_TWIML);
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return FormBody.parse(request.body())
                .map(form -> adapt(form, request))
                .orElseGet(() -> new Adapted.Rejected(Problem.malformedBody("A form in UTF-8 is expected.")));
    }

    private Adapted adapt(FormBody form, RawRequest request) {
        String call = form.first("CallSid");
        String digits = form.first("Digits");
        String words = form.first("SpeechResult");
        if (call == null) {
            return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "No call is named in it."));
        }
        if (isBlank(digits) && isBlank(words) && !"in-progress".equals(form.first("CallStatus"))) {
            return Adapted.nothing(new SetAside(SetAside.STATUS, "What became of a call."));
        }
        String menu = request.query("menu");
        Normalisation normal = normaliser
                .beginUnmended(request.receivedAt())
                .channel(Channel.IVR)
                .messageId("CallSid", MessageIds.of(call, orDash(menu), orDash(digits), orDash(words)))
                .conversation("CallSid", call);
        said(normal, request.query("scale"), digits, words);
        return normal.phone("From", caller(form))
                .details(new IvrCall(
                        menus(normal, menu),
                        normal.line("Digits", digits, 100),
                        normal.line("Called", called(form), 100),
                        isBlank(words) ? null : confidence(form.first("Confidence"))))
                .outcome("Digits");
    }

    private static void said(
            Normalisation normal, @Nullable String scale, @Nullable String digits, @Nullable String words) {
        if (scale == null || isBlank(digits)) {
            normal.text("SpeechResult", isBlank(words) ? digits : words);
        } else {
            normal.text("SpeechResult", words).rating("scale", scale, "Digits", score(digits));
        }
    }

    private static @Nullable Integer score(@Nullable String digits) {
        try {
            return digits == null ? null : Integer.valueOf(digits.strip());
        } catch (NumberFormatException noScore) {
            return null;
        }
    }

    private static List<String> menus(Normalisation normal, @Nullable String path) {
        List<String> menus = new ArrayList<>();
        for (String part : (path == null ? "" : path).split("/", MOST_MENUS)) {
            String menu = normal.line("menu", part, 100);
            if (menu != null) {
                menus.add(menu);
            }
        }
        return menus;
    }

    private static @Nullable String caller(FormBody form) {
        String from = form.first("From");
        return from == null || NOBODY.contains(from.strip()) ? null : from;
    }

    private static @Nullable String called(FormBody form) {
        String called = form.first("Called");
        return called == null ? form.first("To") : called;
    }

    private static @Nullable Double confidence(@Nullable String text) {
        try {
            double value = text == null ? -1 : Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "-" : text;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
