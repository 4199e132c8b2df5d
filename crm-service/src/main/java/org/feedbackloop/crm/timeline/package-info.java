/**
 * Everything that happened with a customer, in the order in which it happened.
 */
@NullMarked
package org.feedbackloop.crm.timeline;

import org.jspecify.annotations.NullMarked;
