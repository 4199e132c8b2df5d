/** What customers leave behind in a shop: at a terminal, and on paper. */
@NullMarked
package org.feedbackloop.intake.channel.shop;

import org.jspecify.annotations.NullMarked;
