/**
 * What a customer reads from us, in their language.
 *
 * <p>Promises: equal requests give equal letters; what a customer or a consultant wrote stands in the body alone and
 * cannot act as anything but text; whatever the language, there is a letter.
 *
 * <p>Knows nothing of mail, of retries and of databases. A language is added by adding a constant and its file of phrases.
 */
@NullMarked
package org.feedbackloop.notification.letter;

import org.jspecify.annotations.NullMarked;
