package org.feedbackloop.intake.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a channel sent, field by field, and brings each into normal form. {@code name} is what the caller calls the
 * field. Blank is the same as absent.
 *
 * <p>Of who can mend what they sent, every field that cannot be brought into normal form is noted, so that all can be mended
 * at once. Providers cannot: theirs is made to fit where that leaves its sense (a text is cut, a control character becomes a
 * space) and left out where it does not.
 *
 * <p>For one request and one thread.
 */
public final class Normalisation extends FieldValues {

    private static final WireNames<Channel> CHANNELS = new WireNames<>(Channel.class, Channel::wireName);
    private static final WireNames<FeedbackType> TYPES = new WireNames<>(FeedbackType.class, FeedbackType::wireName);
    private static final WireNames<RatingScale> SCALES = new WireNames<>(RatingScale.class, RatingScale::wireName);
    private static final WireNames<CustomerClass> CLASSES = new WireNames<>(CustomerClass.class, CustomerClass::name);
    private static final Comparator<Contact> STRONGEST_FIRST = Comparator.comparing(Contact::kind);

    private final PhoneNumbers phones;
    private final List<Contact> contacts = new ArrayList<>(2);

    private Instant occurredAt;
    private @Nullable Channel channel;
    private @Nullable String messageId;
    private @Nullable String customerName;
    private @Nullable String subject;
    private @Nullable String text;
    private @Nullable String language;
    private @Nullable FeedbackType type;
    private @Nullable Rating rating;
    private About about = About.NOTHING;
    private @Nullable String conversation;
    private List<Attachment> attachments = List.of();
    private @Nullable ConsentWord consentWord;
    private @Nullable ChannelDetails details;
    private @Nullable CustomerClass customerClass;

    Normalisation(Instant receivedAt, PhoneNumbers phones, boolean canBeMended) {
        super(receivedAt, canBeMended);
        this.occurredAt = receivedAt;
        this.phones = phones;
    }

    /** Where it came in, as the address says. */
    public Normalisation channel(Channel known) {
        channel = known;
        return this;
    }

    /** Where it came in, as the body must say. */
    public Normalisation channel(String name, @Nullable String value) {
        if (value == null) {
            problem(name, CHANNELS.expected());
        } else {
            CHANNELS.find(value).ifPresentOrElse(found -> channel = found, () -> problem(name, CHANNELS.expected()));
        }
        return this;
    }

    /** The provider's own id of the message. */
    public Normalisation messageId(String name, @Nullable String value) {
        messageId = line(name, value, 200);
        return this;
    }

    /** When the customer said it; now, if the channel does not tell. */
    public Normalisation occurredAt(String name, @Nullable String value) {
        Instant time = pastTime(name, value);
        if (time != null) {
            occurredAt = time;
        }
        return this;
    }

    /** When the customer said it, as a provider's clock says. */
    public Normalisation occurredAt(@Nullable Instant time) {
        if (time != null && !time.isBefore(EARLIEST) && !time.isAfter(receivedAt.plus(CLOCK_SKEW))) {
            occurredAt = time;
        }
        return this;
    }

    public Normalisation customerNumber(String name, @Nullable String value) {
        return contact(ContactKind.CUSTOMER_NUMBER, line(name, value, 100));
    }

    public Normalisation email(String name, @Nullable String value) {
        String line = line(name, value, 254);
        if (line != null) {
            EmailAddress.normalised(line)
                    .ifPresentOrElse(
                            email -> contact(ContactKind.EMAIL, email),
                            () -> problem(name, "must be an e-mail address, like ada@example.org"));
        }
        return this;
    }

    public Normalisation phone(String name, @Nullable String value) {
        String line = line(name, value, 40);
        if (line != null) {
            phones.e164(line)
                    .ifPresentOrElse(
                            phone -> contact(ContactKind.PHONE, phone),
                            () -> problem(
                                    name, "must be a phone number, best with its country code, like +442079460000"));
        }
        return this;
    }

    public Normalisation messenger(String name, @Nullable String value) {
        String line = line(name, value, 200);
        if (line != null && (line.indexOf(':') < 1 || line.endsWith(":"))) {
            problem(name, "must have the messenger before the handle, like telegram:4711");
            return this;
        }
        return contact(ContactKind.MESSENGER, line);
    }

    public Normalisation visitorId(String name, @Nullable String value) {
        return contact(ContactKind.VISITOR, line(name, value, 100));
    }

    public Normalisation customerName(String name, @Nullable String value) {
        customerName = line(name, value, 200);
        return this;
    }

    public Normalisation subject(String name, @Nullable String value) {
        subject = line(name, value, 300);
        return this;
    }

    public Normalisation text(String name, @Nullable String value) {
        text = cleaned(name, value, FeedbackReceived.MAX_TEXT);
        return this;
    }

    public Normalisation language(String name, @Nullable String value) {
        String line = line(name, value, 35);
        if (line != null) {
            try {
                language = new Locale.Builder().setLanguageTag(line).build().toLanguageTag();
            } catch (IllformedLocaleException e) {
                problem(name, "must be a language tag after BCP 47, like fa or en-GB");
            }
        }
        return this;
    }

    public Normalisation type(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            TYPES.find(value).ifPresentOrElse(found -> type = found, () -> problem(name, TYPES.expected()));
        }
        return this;
    }

    public Normalisation rating(String scaleName, @Nullable String scale, String scoreName, @Nullable Integer score) {
        Optional<RatingScale> found = scale == null ? Optional.empty() : SCALES.find(scale);
        if (found.isEmpty()) {
            problem(scaleName, SCALES.expected());
        }
        if (score == null) {
            problem(scoreName, "must be a whole number");
        }
        if (found.isPresent() && score != null) {
            try {
                rating = new Rating(found.get(), score);
            } catch (IllegalArgumentException e) {
                problem(scoreName, "is outside of its scale: 0 to 10 for nps, 1 to 5 for all others");
            }
        }
        return this;
    }

    /** A path in the product tree. */
    public Normalisation category(String name, @Nullable String value) {
        String line = line(name, value, 200);
        about = new About(line, about.product(), about.order(), about.page(), about.location(), about.skus());
        return this;
    }

    public Normalisation product(String name, @Nullable String value) {
        String line = line(name, value, 200);
        about = new About(about.category(), line, about.order(), about.page(), about.location(), about.skus());
        return this;
    }

    public Normalisation order(String name, @Nullable String value) {
        String line = line(name, value, 100);
        about = new About(about.category(), about.product(), line, about.page(), about.location(), about.skus());
        return this;
    }

    public Normalisation page(String name, @Nullable String value) {
        String line = line(name, value, 2000);
        about = new About(about.category(), about.product(), about.order(), line, about.location(), about.skus());
        return this;
    }

    public Normalisation location(String name, @Nullable String value) {
        String line = line(name, value, 200);
        about = new About(about.category(), about.product(), about.order(), about.page(), line, about.skus());
        return this;
    }

    /** Article numbers: of the lines of the order, else of what it is about. */
    public Normalisation skus(String name, @Nullable List<@Nullable String> values) {
        List<String> skus = new ArrayList<>();
        int index = 0;
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            String line = line(name + "[" + index + "]", value, 100);
            if (line != null && !skus.contains(line)) {
                skus.add(line);
            }
            index++;
        }
        if (skus.size() > About.MAX_SKUS) {
            problem(name, "must not be more than " + About.MAX_SKUS);
            skus = skus.subList(0, About.MAX_SKUS);
        }
        about = new About(about.category(), about.product(), about.order(), about.page(), about.location(), skus);
        return this;
    }

    /** What the customer is in the books of the sender. */
    public Normalisation customerClass(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            CLASSES.find(value)
                    .ifPresentOrElse(found -> customerClass = found, () -> problem(name, CLASSES.expected()));
        }
        return this;
    }

    /** What is the same for all that was said in one thread, chat or call. */
    public Normalisation conversation(String name, @Nullable String value) {
        conversation = line(name, value, 300);
        return this;
    }

    public Normalisation attachments(List<Attachment> files) {
        attachments = files;
        return this;
    }

    public Normalisation consentWord(@Nullable ConsentWord word) {
        consentWord = word;
        return this;
    }

    /** Made of what {@link #line}, {@link #number}, {@link #time} and {@link #date} give back. */
    public Normalisation details(ChannelDetails known) {
        details = known;
        return this;
    }

    /** @param textName what the caller calls the field that is missing when neither text nor rating is given */
    public Adapted outcome(String textName) {
        if (text == null && rating == null) {
            if (!canBeMended) {
                return Adapted.nothing(new SetAside(SetAside.EMPTY, "There is neither text nor rating."));
            }
            problem(textName, "must not be empty where there is no rating");
        }
        if (channel == null || !problems.isEmpty()) {
            return rejected();
        }
        return Adapted.of(draft(channel));
    }

    /** The outcome where somebody looked and said nothing. */
    public Adapted visit(String contactName, String pageName, @Nullable String campaign, @Nullable String referrer) {
        if (contacts.isEmpty() && problems.isEmpty()) {
            problem(contactName, "must not be empty: a visit is somebody's");
        }
        if (about.page() == null && about.product() == null && campaign == null && problems.isEmpty()) {
            problem(pageName, "must not be empty where there is no product or campaign");
        }
        if (!problems.isEmpty()) {
            return rejected();
        }
        contacts.sort(STRONGEST_FIRST);
        return Adapted.of(
                new VisitDraft(messageId, occurredAt, contacts, about.page(), about.product(), campaign, referrer));
    }

    private Adapted rejected() {
        return new Adapted.Rejected(Problem.invalidFeedback(problems));
    }

    private FeedbackDraft draft(Channel known) {
        contacts.sort(STRONGEST_FIRST);
        return new FeedbackDraft(
                known,
                messageId,
                occurredAt,
                contacts,
                customerName,
                subject,
                text == null ? "" : text,
                language,
                type,
                rating,
                about,
                conversation,
                attachments,
                consentWord,
                details,
                customerClass);
    }

    private Normalisation contact(ContactKind kind, @Nullable String value) {
        if (value != null) {
            contacts.add(new Contact(kind, value));
        }
        return this;
    }
}
