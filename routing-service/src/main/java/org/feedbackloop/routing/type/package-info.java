/**
 * What kind of thing was said: complaint, idea, question, praise, referral, or other.
 *
 * <p>Rules are asked in order and the first that has an answer decides. Promises an answer for every statement; {@code
 * other} where no rule has one.
 */
@NullMarked
package org.feedbackloop.routing.type;

import org.jspecify.annotations.NullMarked;
