package org.feedbackloop.routing.harm;

import java.util.List;

/**
 * A statement tells of harm.
 *
 * @param phrases of the rules, which told it
 */
public record HarmHeard(Harm harm, List<String> phrases) {}
