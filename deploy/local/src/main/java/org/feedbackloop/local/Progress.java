package org.feedbackloop.local;

/** What a stack tells while it works. Calls may come from several threads. */
public interface Progress {

    /** For those who only want to know the end. */
    Progress SILENT = new Progress() {};

    default void starting(Part part) {}

    default void ready(Part part) {}

    default void stopping(Part part) {}

    /** A part ended that nobody had asked to. */
    default void died(Part part) {}
}
