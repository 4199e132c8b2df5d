package org.feedbackloop.intake.kiosk;

import java.util.List;
import java.util.stream.IntStream;
import org.feedbackloop.intake.page.Choice;
import org.feedbackloop.intake.page.Page;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's page.
 *
 * @param token for a page without scripts
 * @param notice what is to be mended, if something is
 * @param text what was typed before
 */
public record KioskPage(
        Terminal terminal,
        PageLanguage language,
        String token,
        @Nullable String notice,
        String text) implements Page {

    @Override
    public String brand() {
        return terminal.brand();
    }

    @Override
    public List<PageLanguage> languages() {
        return terminal.languages();
    }

    public String question() {
        return terminal.question(language);
    }

    public String scale() {
        return terminal.scale().wireName();
    }

    public List<Choice> choices() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(score -> new Choice(score, text(scale() + '.' + score), false))
                .toList();
    }

    public long idleSeconds() {
        return terminal.idle().toSeconds();
    }
}
