/**
 * Intake's door for single posts as an Apache Camel user would build it with care: platform-http on Vert.x to Kafka.
 *
 * <p>It answers 202 only after the broker has acknowledged, and knows nothing of feedback. Its settings are those that
 * made Camel fastest without weakening that promise.
 */
@NullMarked
package org.feedbackloop.bench.camel;

import org.jspecify.annotations.NullMarked;
