package org.feedbackloop.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A language that the pages speak, with all of their texts. */
public enum PageLanguage {
    EN("English", "ltr"),
    ES("Español", "ltr"),
    FA("فارسی", "rtl"),
    HI("हिन्दी", "ltr"),
    PL("Polski", "ltr"),
    RU("Русский", "ltr");

    private final String ownName;
    private final String direction;
    private final Properties texts;

    PageLanguage(String ownName, String direction) {
        this.ownName = ownName;
        this.direction = direction;
        this.texts = load("/page/texts_" + getTag() + ".properties");
    }

    /**
     * The one asked for, or else the best that the browser accepts, or else English, or else the first.
     *
     * @param wanted from the address, if it names one
     * @param accepted the header Accept-Language, if there is one
     * @param offered what the page can be read in; at least one
     */
    public static PageLanguage choose(@Nullable String wanted, @Nullable String accepted, List<PageLanguage> offered) {
        return tagged(wanted, offered)
                .or(() -> tagged(accepted == null ? null : firstKnown(accepted, offered), offered))
                .orElse(offered.contains(EN) ? EN : offered.get(0));
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

    /** In the digits that its readers expect. */
    public String number(int value) {
        return String.format(Locale.forLanguageTag(getTag()), "%d", value);
    }

    public String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), () -> "no text in " + getTag() + ": " + key);
    }

    public boolean hasText(String key) {
        return texts.containsKey(key);
    }

    private static Optional<PageLanguage> tagged(@Nullable String tag, List<PageLanguage> offered) {
        return offered.stream().filter(one -> one.getTag().equals(tag)).findFirst();
    }

    private static @Nullable String firstKnown(String accepted, List<PageLanguage> offered) {
        try {
            return Locale.lookupTag(
                    LanguageRange.parse(accepted),
                    offered.stream().map(PageLanguage::getTag).toList());
        } catch (IllegalArgumentException notAHeaderOfThatForm) {
            return null;
        }
    }

    private static Properties load(String resource) {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(PageLanguage.class.getResourceAsStream(resource), resource);
                var reader = new InputStreamReader(in, UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
