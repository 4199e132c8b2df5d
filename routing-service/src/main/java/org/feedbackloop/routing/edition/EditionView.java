package org.feedbackloop.routing.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the rules as it is told to people.
 *
 * @param version stands in every decision that was made by it, and in the ETag
 * @param number counts the changes; 0 is what this replica was started with
 * @param changedAt none of edition 0
 * @param author who changed the rules: the name that was given, if one was, and the beginning of the hash of the key
 * @param note why
 * @param rolledBackTo the version that was restored by it, if one was
 * @param live whether feedback is routed by it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditionView(
        String version,
        int number,
        @Nullable Instant changedAt,
        String author,
        @Nullable String note,
        @Nullable String rolledBackTo,
        boolean live) {

    static EditionView of(Edition edition, boolean live) {
        return new EditionView(
                edition.version(),
                edition.number(),
                edition.changedAt(),
                edition.author(),
                edition.note(),
                edition.rolledBackTo(),
                live);
    }

    /** The newest first. */
    static List<EditionView> of(Standing standing) {
        List<EditionView> views = new ArrayList<>();
        for (Edition edition : standing.editions()) {
            views.add(0, of(edition, edition.equals(standing.live())));
        }
        return views;
    }
}
