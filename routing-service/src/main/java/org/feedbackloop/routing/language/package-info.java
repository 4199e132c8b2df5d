/**
 * In which language something was said.
 *
 * <p>Promises an answer from the configured languages, or {@code und} where a text is too short or foreign, with what led to
 * it. Equal texts get equal answers, at a cost in proportion to the first thousand letters and none beyond. Knows nothing of
 * what is said.
 *
 * <p>Three things are added up: OpenNLP's model of letter groups, which knows a hundred languages; the alphabets and small words
 * that the rules tell of our languages and their neighbours; and the language that was declared. The model alone takes half of
 * all word pairs for some language of the other ninety, and restricted to ours it takes every foreign text for one of ours. So
 * its other languages stay in play, but behind. How far, and how much a word or a letter weighs, was chosen on a sample by
 * others so that neither half of it would gain by a change; {@link org.feedbackloop.routing.language.LanguageReport} prints it.
 *
 * <p>A language of ours in the letters of another, as in messages from a phone, is {@code und}.
 */
@NullMarked
package org.feedbackloop.routing.language;

import org.jspecify.annotations.NullMarked;
