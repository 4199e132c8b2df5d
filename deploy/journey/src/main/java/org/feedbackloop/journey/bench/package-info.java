/**
 * Side-by-side measurements, printed as ratios.
 *
 * <p>Contenders run in one session on one machine against one broker, in turns, so that what the machine does to one it
 * does to all; an absolute figure from here means nothing elsewhere. A bench never asserts: it says whether an aim was
 * met. But a wrong answer, or a record that was promised and is not in the topic, makes its figures worthless and ends
 * it as broken.
 */
@NullMarked
package org.feedbackloop.journey.bench;

import org.jspecify.annotations.NullMarked;
