package org.feedbackloop.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A language that the pages speak, with all of their texts. */
public enum FormLanguage {
    EN("English", "ltr"),
    ES("Español", "ltr"),
    FA("فارسی", "rtl"),
    HI("हिन्दी", "ltr"),
    PL("Polski", "ltr"),
    RU("Русский", "ltr");

    private static final List<String> TAGS =
            Arrays.stream(values()).map(FormLanguage::getTag).toList();

    private final String ownName;
    private final String direction;
    private final Properties texts;

    FormLanguage(String ownName, String direction) {
        this.ownName = ownName;
        this.direction = direction;
        this.texts = load("/form/texts_" + getTag() + ".properties");
    }

    /**
     * The one asked for, or else the best that the browser accepts, or else English.
     *
     * @param wanted from the address, if it names one
     * @param accepted the header Accept-Language, if there is one
     */
    static FormLanguage choose(@Nullable String wanted, @Nullable String accepted) {
        return tagged(wanted)
                .or(() -> tagged(accepted == null ? null : firstKnown(accepted)))
                .orElse(EN);
    }

    /** BCP 47. */
    public String getTag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getOwnName() {
        return ownName;
    }

    /** For the attribute {@code dir}. */
    public String getDirection() {
        return direction;
    }

    public String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), () -> "no text in " + getTag() + ": " + key);
    }

    private static Optional<FormLanguage> tagged(@Nullable String tag) {
        return Arrays.stream(values()).filter(one -> one.getTag().equals(tag)).findFirst();
    }

    private static @Nullable String firstKnown(String accepted) {
        try {
            return Locale.lookupTag(LanguageRange.parse(accepted), TAGS);
        } catch (IllegalArgumentException notAHeaderOfThatForm) {
            return null;
        }
    }

    private static Properties load(String resource) {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(FormLanguage.class.getResourceAsStream(resource), resource);
                var reader = new InputStreamReader(in, UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
