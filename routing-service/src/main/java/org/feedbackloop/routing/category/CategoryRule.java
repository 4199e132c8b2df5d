package org.feedbackloop.routing.category;

import java.util.Optional;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** One way to tell the category; none where it has nothing to say. */
interface CategoryRule {

    Optional<Verdict<String>> judge(Statement statement, Language language);
}
