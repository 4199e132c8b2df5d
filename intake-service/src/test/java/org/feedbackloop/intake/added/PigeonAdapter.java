package org.feedbackloop.intake.added;

import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;

/** A messenger that there is not: the example of {@code docs/add-a-channel.md}, which nothing else knows of. */
@SelfWiring
public final class PigeonAdapter implements ProviderAdapter {

    private final Normaliser normaliser;

    public PigeonAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "messenger/pigeon";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(Signatures.hmacSha256Hex(secret, request.body()), request.header("X-Pigeon-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), event -> {
            if (!"message".equals(ProviderJson.text(event.path("kind")))) {
                return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "Pigeon sent no message."));
            }
            return normaliser
                    .beginUnmended(request.receivedAt())
                    .channel(Channel.MESSENGER)
                    .messageId("id", MessageIds.of(ProviderJson.text(event.path("id"))))
                    .occurredAt(ProviderJson.seconds(event.path("sent")))
                    .messenger("from", "pigeon:" + event.path("from").asText())
                    .text("text", ProviderJson.text(event.path("text")))
                    .outcome("text");
        });
    }
}
