package org.feedbackloop.intake.channel;

import java.util.List;
import java.util.stream.Stream;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.call.CallbackAdapter;
import org.feedbackloop.intake.channel.call.IvrAdapter;
import org.feedbackloop.intake.channel.call.OutboundCallAdapter;
import org.feedbackloop.intake.channel.call.PhoneCallAdapter;
import org.feedbackloop.intake.channel.chat.ChatAdapter;
import org.feedbackloop.intake.channel.shop.ComplaintBookAdapter;
import org.feedbackloop.intake.channel.shop.KioskAdapter;
import org.feedbackloop.intake.channel.survey.SurveyAdapter;
import org.feedbackloop.intake.channel.web.CommentAdapter;
import org.feedbackloop.intake.channel.web.CommunityAdapter;
import org.feedbackloop.intake.channel.web.VisitAdapter;
import org.feedbackloop.intake.channel.web.WebFormAdapter;
import org.feedbackloop.intake.draft.Normaliser;

/** Every typed channel that ships, made without a container. */
final class TypedChannels {

    private static final Normaliser NORMALISER = Adapting.NORMALISER;
    private static final List<TypedAdapter<?>> ALL = List.of(
            new PhoneCallAdapter(NORMALISER),
            new IvrAdapter(NORMALISER),
            new OutboundCallAdapter(NORMALISER),
            new CallbackAdapter(NORMALISER),
            new KioskAdapter(NORMALISER),
            new ComplaintBookAdapter(NORMALISER),
            new WebFormAdapter(NORMALISER),
            new CommentAdapter(NORMALISER),
            new CommunityAdapter(NORMALISER),
            new VisitAdapter(NORMALISER),
            new ChatAdapter(NORMALISER),
            new SurveyAdapter(NORMALISER));

    private TypedChannels() {}

    static Stream<TypedAdapter<?>> all() {
        return ALL.stream();
    }

    static TypedAdapter<?> at(String address) {
        return all().filter(adapter -> adapter.address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
