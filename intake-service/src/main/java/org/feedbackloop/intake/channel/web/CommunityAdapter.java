package org.feedbackloop.intake.channel.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.PublicPost;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** A post in a forum. */
@SelfWiring
public final class CommunityAdapter extends TypedAdapter<CommunityAdapter.Post> {

    private final Normaliser normaliser;

    public CommunityAdapter(Normaliser normaliser) {
        super("community", Post.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Post post, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.COMMUNITY)
                .messageId("postId", post.postId())
                .conversation("threadId", post.threadId())
                .occurredAt("postedAt", post.postedAt())
                .customerName("author", post.author())
                .customerNumber("customerNumber", post.customerNumber())
                .email("email", post.email())
                .visitorId("visitorId", post.visitorId())
                .subject("topic", post.topic())
                .text("text", post.text())
                .language("language", post.language())
                .type("type", post.type())
                .category("category", post.category())
                .product("product", post.product())
                .page("page", post.page());
        return normal.details(new PublicPost(
                        normal.line("forum", post.forum(), 200),
                        normal.line("topic", post.topic(), 300),
                        normal.line("replyTo", post.replyTo(), 200),
                        normal.line("author", post.author(), 200)))
                .outcome("text");
    }

    record Post(
            @JsonPropertyDescription("Your own id of this post, the same when it is sent again.") @Nullable
            String postId,

            @JsonPropertyDescription("Your own id of the thread, the same for all posts in it.") @Nullable
            String threadId,

            @JsonPropertyDescription("When it was posted, with offset (RFC 3339). Now, if missing.") @Nullable
            String postedAt,

            @JsonPropertyDescription("The name of the forum, up to 200 characters.") @Nullable
            String forum,

            @JsonPropertyDescription("The title of the thread, up to 300 characters.") @Nullable
            String topic,

            @JsonPropertyDescription("The address of the post.") @Nullable
            String page,

            @JsonPropertyDescription("The id of the post that this one answers.") @Nullable
            String replyTo,

            @JsonPropertyDescription("The name that is shown with it, up to 200 characters.") @Nullable
            String author,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("Your own id of the visitor's browser, up to 100 characters.") @Nullable
            String visitorId,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the post says, up to 20,000 characters.")
            @Nullable
            String text,

            @JsonPropertyDescription("A language tag after BCP 47, for example fa or en-GB. A hint, not a verdict.")
            @Nullable
            String language,

            @JsonPropertyDescription(
                    "What the customer calls it: complaint, idea, question, praise, referral or other.")
            @Nullable
            String type,

            @JsonPropertyDescription("A path in the product tree, for example billing/invoice.") @Nullable
            String category,

            @JsonPropertyDescription("Your own name or number of the product.") @Nullable
            String product) {}
}
