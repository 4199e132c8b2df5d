package org.feedbackloop.journey.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.feedbackloop.journey.faults.ledger.Persistence;
import org.feedbackloop.journey.faults.ledger.Post;

/** What one customer is going to say, one thing after the other. For use by one thread at a time. */
final class Conversation {

    private static final int POSTS_EACH = 6;
    private static final double POSTS_ONCE = 0.1;
    private static final double ONCE_TOO_OFTEN = 0.05;

    /** Some oblige us to something, some do not; the last ones are in other languages and scripts. */
    private static final List<String> WORDS = List.of(
            "The kettle stopped working after a week and the lid is broken.",
            "How long does it take to deliver to an island?",
            "It would be great if you offered the large size in green.",
            "Thank you, the new lid is wonderful.",
            "I came by on Tuesday.",
            "Der Karton stand offen vor der Tür.",
            "Посылка опоздала, и чашка разбита.",
            "چطور می‌توانم فیلتر را تمیز کنم؟");

    private final Deque<Post> posts;

    private Conversation(List<Post> posts) {
        this.posts = new ArrayDeque<>(posts);
    }

    /** As many posts as asked for, spread over many customers; the same seed gives the same ones. */
    static List<Conversation> of(int posts, long seed) {
        Random random = new Random(seed);
        int customers = Math.max(1, posts / POSTS_EACH);
        List<List<Post>> byCustomer = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            byCustomer.add(new ArrayList<>());
        }
        for (int i = 0; i < posts; i++) {
            int customer = i % customers;
            List<Post> said = byCustomer.get(customer);
            said.add(new Post(
                    String.format(Locale.ROOT, "post-%06d", i),
                    String.format(Locale.ROOT, "customer-%04d@example.org", customer),
                    said.size() + 1,
                    WORDS.get(random.nextInt(WORDS.size())),
                    persistence(random.nextDouble())));
        }
        Collections.shuffle(byCustomer, random);
        return byCustomer.stream().map(Conversation::new).toList();
    }

    Post next() {
        return posts.remove();
    }

    boolean isOver() {
        return posts.isEmpty();
    }

    int length() {
        return posts.size();
    }

    private static Persistence persistence(double chance) {
        if (chance < POSTS_ONCE) {
            return Persistence.POSTS_ONCE;
        }
        return chance < POSTS_ONCE + ONCE_TOO_OFTEN ? Persistence.ONCE_TOO_OFTEN : Persistence.UNTIL_ACCEPTED;
    }
}
