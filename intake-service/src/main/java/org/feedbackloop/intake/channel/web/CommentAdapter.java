package org.feedbackloop.intake.channel.web;

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

/** A comment under an article or a product, with stars where it is a review. */
@SelfWiring
public final class CommentAdapter extends TypedAdapter<CommentAdapter.Comment> {

    private final Normaliser normaliser;

    public CommentAdapter(Normaliser normaliser) {
        super("comment", Comment.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Comment comment, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.COMMENT)
                .messageId("commentId", comment.commentId())
                .occurredAt("postedAt", comment.postedAt())
                .customerName("author", comment.author())
                .customerNumber("customerNumber", comment.customerNumber())
                .email("email", comment.email())
                .visitorId("visitorId", comment.visitorId())
                .subject("title", comment.title())
                .text("text", comment.text())
                .language("language", comment.language())
                .type("type", comment.type())
                .category("category", comment.category())
                .product("product", comment.product())
                .page("page", comment.page());
        if (comment.stars() != null) {
            normal.rating("stars", "stars", "stars", comment.stars());
        }
        return normal.details(new PublicPost(
                        normal.line("site", comment.site(), 200),
                        normal.line("item", comment.item(), 300),
                        normal.line("replyTo", comment.replyTo(), 200),
                        normal.line("author", comment.author(), 200)))
                .outcome("text");
    }

    record Comment(
            @JsonPropertyDescription("Your own id of this comment, the same when it is sent again.") @Nullable
            String commentId,

            @JsonPropertyDescription("When it was posted, with offset (RFC 3339). Now, if missing.") @Nullable
            String postedAt,

            @JsonPropertyDescription("The name of the site, up to 200 characters.") @Nullable
            String site,

            @JsonPropertyDescription("The article or product that it stands under, up to 300 characters.") @Nullable
            String item,

            @JsonPropertyDescription("The address of the page that it stands on.") @Nullable
            String page,

            @JsonPropertyDescription("The id of the comment that this one answers.") @Nullable
            String replyTo,

            @JsonPropertyDescription("The name that is shown with it, up to 200 characters.") @Nullable
            String author,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("Your own id of the visitor's browser, up to 100 characters.") @Nullable
            String visitorId,

            @JsonPropertyDescription("Up to 300 characters.") @Nullable
            String title,

            @JsonPropertyDescription(
                    "What the comment says, up to 20,000 characters. May be missing where there are stars.")
            @Nullable
            String text,

            @JsonPropertyDescription("1 to 5, where it is a review.") @Nullable
            Integer stars,

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
