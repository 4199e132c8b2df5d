/**
 * The yardstick of the intake bench: bytes in, acknowledged record out, and nothing else.
 *
 * <p>It promises what intake promises about Kafka (all replicas have acknowledged before the answer) and knows nothing
 * of feedback: no key, no parsing, no validation. Whatever makes it faster without weakening that promise belongs here.
 */
@NullMarked
package org.feedbackloop.bench.bare;

import org.jspecify.annotations.NullMarked;
