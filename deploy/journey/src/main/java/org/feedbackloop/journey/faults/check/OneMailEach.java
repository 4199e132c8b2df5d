package org.feedbackloop.journey.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.FollowUp;
import org.feedbackloop.journey.faults.check.Evidence.Letter;
import org.feedbackloop.journey.faults.ledger.Post;

/**
 * Each feedback is acknowledged by one mail, to the address that it came from. The same mail, told by its Message-ID, may
 * come again as often as its sender died while sending it and noted so.
 */
final class OneMailEach implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Map<String, List<Letter>> mails = evidence.mails().stream().collect(groupingBy(Letter::feedback));
        Map<FeedbackId, Integer> lapses =
                evidence.followUps().stream().collect(toMap(FollowUp::feedback, FollowUp::lapses, Integer::sum));
        Set<FeedbackId> heard = evidence.entriesByFeedback(Evidence.FEEDBACK).keySet();
        return evidence.posts().entrySet().stream()
                .filter(post -> heard.contains(post.getKey()))
                .flatMap(post -> breaches(
                        post.getKey(),
                        post.getValue(),
                        mails.getOrDefault(post.getKey().toString(), List.of()),
                        lapses.getOrDefault(post.getKey(), 0)));
    }

    private static Stream<String> breaches(FeedbackId feedback, Post post, List<Letter> mails, int lapses) {
        List<String> breaches = new ArrayList<>();
        long different = mails.stream().map(Letter::messageId).distinct().count();
        long again = mails.size() - different;
        if (different != 1) {
            breaches.add(feedback + " was acknowledged by " + different + " mails");
        }
        if (again > lapses) {
            breaches.add("the mail for " + feedback + " came " + again + " times again, " + lapses
                    + " of them because its sender died");
        }
        if (mails.stream().anyMatch(mail -> !mail.to().equals(post.customer()))) {
            breaches.add("the mail for " + feedback + " went to somebody else");
        }
        return breaches.stream();
    }
}
