/**
 * Who a customer is: many contact points, one customer.
 *
 * <p>Promises that a contact point belongs to one customer at a time, and that a customer's id tells nothing of their
 * addresses. Two strong contact points that disagree are never merged here: the strongest decides, the others stay where
 * they are.
 */
@NullMarked
package org.feedbackloop.crm.identity;

import org.jspecify.annotations.NullMarked;
