/**
 * Measures the decision alone, by JMH: no broker, no records, one thread.
 *
 * <p>The texts are those of the corpus that the type model learns from: six languages, from one word to a long mail. It
 * measures the shipped rules, and knows nothing of how a decision is made.
 */
@NullMarked
package org.feedbackloop.bench.classification;

import org.jspecify.annotations.NullMarked;
