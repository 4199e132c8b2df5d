/**
 * Breaks every part of the running system in turn while customers post, and then counts what became of each post.
 *
 * <p>The senders keep a ledger of their own; nothing that the system says about itself is believed without it. Once all has
 * come to rest the ledger is held against every topic, table and mail. Which faults come in which order at which moments
 * follows from a seed; what the machine does meanwhile does not.
 */
@NullMarked
package org.feedbackloop.journey.faults;

import org.jspecify.annotations.NullMarked;
