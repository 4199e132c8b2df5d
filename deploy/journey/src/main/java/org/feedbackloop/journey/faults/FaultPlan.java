package org.feedbackloop.journey.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which fault strikes after how many posts. */
record FaultPlan(List<Moment> moments) {

    /**
     * @param afterPosts how many posts have been begun when it strikes
     * @param untilPosts how many may be begun while it lasts: where the next one strikes
     */
    record Moment(Fault fault, int afterPosts, int untilPosts) {}

    /** Every fault once, in an order and at moments that the seed decides, the last one well before the posts end. */
    static FaultPlan of(int posts, long seed) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>(Fault.all());
        Collections.shuffle(faults, random);
        int share = posts / (faults.size() + 1);
        List<Integer> strikes = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            strikes.add(i * share + share / 2 + random.nextInt(Math.max(1, share / 2)));
        }
        strikes.add(posts);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            moments.add(new Moment(faults.get(i), strikes.get(i), strikes.get(i + 1)));
        }
        return new FaultPlan(List.copyOf(moments));
    }
}
