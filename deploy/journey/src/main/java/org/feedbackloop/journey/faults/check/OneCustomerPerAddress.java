package org.feedbackloop.journey.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.ledger.Post;

/** All that came from one address is one customer's, and from another address another's. */
final class OneCustomerPerAddress implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Map<FeedbackId, Post> posts = evidence.posts();
        List<Owner> owners = evidence.entries(Evidence.FEEDBACK)
                .flatMap(entry -> Optional.ofNullable(posts.get(entry.feedback())).stream()
                        .map(post -> new Owner(entry.customer(), post.customer())))
                .toList();
        return Stream.concat(
                owners.stream()
                        .collect(groupingBy(Owner::address, mapping(Owner::customer, toSet())))
                        .entrySet()
                        .stream()
                        .filter(customers -> customers.getValue().size() > 1)
                        .map(customers -> customers.getKey() + " belongs to " + customers.getValue()),
                owners.stream()
                        .collect(groupingBy(Owner::customer, mapping(Owner::address, toSet())))
                        .entrySet()
                        .stream()
                        .filter(addresses -> addresses.getValue().size() > 1)
                        .map(addresses -> "customer " + addresses.getKey() + " has " + addresses.getValue()));
    }

    private record Owner(CustomerId customer, String address) {}
}
