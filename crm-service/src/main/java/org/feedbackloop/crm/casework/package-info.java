/**
 * The work that meets what we owe: one case for each feedback that obliges us, from open over answered to closed.
 *
 * <p>A case closes when the customer has had the answer, not when somebody wrote it.
 *
 * <p>Whoever changes a case holds its customer first and then the case, and decides on what it is then.
 */
@NullMarked
package org.feedbackloop.crm.casework;

import org.jspecify.annotations.NullMarked;
