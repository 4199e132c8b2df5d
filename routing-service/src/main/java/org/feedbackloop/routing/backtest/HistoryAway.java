package org.feedbackloop.routing.backtest;

/** The broker, which keeps what customers have said, does not answer. */
final class HistoryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryAway(Throwable cause) {
        super("the broker does not answer", cause);
    }
}
