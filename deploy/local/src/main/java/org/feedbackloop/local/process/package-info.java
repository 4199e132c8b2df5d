/**
 * What runs inside the processes of the stack. Each class here has a {@code main} and is started by a part of
 * {@code org.feedbackloop.local} with the libraries of {@code target/lib}; nobody else may refer to it.
 */
@NullMarked
package org.feedbackloop.local.process;

import org.jspecify.annotations.NullMarked;
