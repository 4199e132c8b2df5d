package org.feedbackloop.local.process;

import org.feedbackloop.local.StackAddresses;

/** A running broker, database and mail server, of whatever making. */
interface Foundations extends AutoCloseable {

    StackAddresses addresses();

    @Override
    void close();
}
