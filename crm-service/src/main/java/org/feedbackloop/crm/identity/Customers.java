package org.feedbackloop.crm.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;

/** The customers we know, by the addresses that reach them. */
public interface Customers {

    /** To whom these contact points belong; those that belong to nobody are left out. */
    Map<Contact, CustomerId> owners(Collection<Contact> contacts);

    /**
     * Adds customers and the contact points that are theirs from now on.
     *
     * @throws ContactTaken if somebody else was given one of the contact points in this very moment
     */
    void add(List<NewCustomer> customers, Map<Contact, CustomerId> contacts);

    /**
     * Holds the customers until the transaction ends, so that what happens to one of them happens in one order, and tells by
     * what kinds of address each can be reached. Those that are not known are left out.
     */
    Map<CustomerId, Set<ContactKind>> hold(Collection<CustomerId> customers);

    /** Another transaction was faster: try the whole transaction again, and the contact point will be known. */
    final class ContactTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ContactTaken() {
            super("a contact point was taken by another transaction; expected it to be free");
        }
    }
}
