package org.feedbackloop.intake.channel.message;

import org.jspecify.annotations.Nullable;

/** Phone numbers as messengers write them: with the country code, and mostly without the plus sign before it. */
final class Numbers {

    private Numbers() {}

    /** With a plus sign, or as it is where it is no row of digits. */
    static @Nullable String international(@Nullable String number) {
        boolean isBare = number != null && !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return isBare ? '+' + number : number;
    }
}
