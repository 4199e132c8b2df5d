/**
 * What kind of thing was said: complaint, idea, question, praise, referral, or other.
 *
 * <p>What comes with the words is asked first, in this order: a consultant's correction, a consent word, what the channel
 * declares, a low score. Then the words: a decisive cue of the rules, a second opinion if one was asked for, and else the trained
 * model as the other cues move it. Promises an answer for every statement; {@code other} where nothing speaks for another.
 */
@NullMarked
package org.feedbackloop.routing.type;

import org.jspecify.annotations.NullMarked;
