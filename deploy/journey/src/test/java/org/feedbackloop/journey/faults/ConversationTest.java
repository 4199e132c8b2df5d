package org.feedbackloop.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.journey.faults.ledger.Post;
import org.junit.jupiter.api.Test;

class ConversationTest {

    @Test
    void a_conversation_is_one_customers_posts_in_order() {
        for (Conversation conversation : Conversation.of(100, 1)) {
            List<Post> posts = allOf(conversation);

            assertThat(posts)
                    .extracting(Post::customer)
                    .containsOnly(posts.get(0).customer());
            assertThat(posts).extracting(Post::number).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void all_posts_are_made_each_with_a_key_of_its_own() {
        List<Post> posts = Conversation.of(100, 1).stream()
                .flatMap(conversation -> allOf(conversation).stream())
                .toList();

        assertThat(posts).hasSize(100).extracting(Post::key).doesNotHaveDuplicates();
        assertThat(posts).allSatisfy(post -> assertThat(Post.keyIn(post.text())).isEqualTo(post.key()));
    }

    private static List<Post> allOf(Conversation conversation) {
        List<Post> posts = new ArrayList<>();
        while (!conversation.isOver()) {
            posts.add(conversation.next());
        }
        return posts;
    }
}
