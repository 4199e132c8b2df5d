package org.feedbackloop.crm.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;

/**
 * Finds out who speaks, for one feedback after the other; what it finds out from one it knows for the next.
 *
 * <p>The strongest contact point that belongs to somebody decides. Contact points that belong to nobody yet become theirs;
 * one that belongs to somebody else stays where it is, for two strong identities that disagree are never merged by
 * themselves.
 */
public final class Identification {

    private final Map<Contact, CustomerId> owners;
    private final Map<Contact, CustomerId> added = new LinkedHashMap<>();

    /** @param owners to whom the contact points that may come up belong already */
    public Identification(Map<Contact, CustomerId> owners) {
        this.owners = new HashMap<>(owners);
    }

    /**
     * Who said this.
     *
     * @param key the keyed hash of the strongest contact, or of nobody's the feedback's id, as it stands on the event
     * @param contacts strongest first
     */
    public Speaker speaker(String key, List<Contact> contacts) {
        boolean named = contacts.stream().anyMatch(contact -> isStrong(contact.kind()));
        for (Contact contact : contacts) {
            CustomerId owner = owners.get(contact);
            if (owner != null && (!named || isStrong(contact.kind()))) {
                return new Speaker(owner, false, give(owner, contacts));
            }
        }
        CustomerId stranger = idOfStranger(key);
        return new Speaker(stranger, true, give(stranger, contacts));
    }

    /** What became known since, and to whom it belongs. */
    public Map<Contact, CustomerId> added() {
        return added;
    }

    private int give(CustomerId customer, Collection<Contact> contacts) {
        int given = 0;
        for (Contact contact : contacts) {
            if (!owners.containsKey(contact)) {
                owners.put(contact, customer);
                added.put(contact, customer);
                given++;
            }
        }
        return given;
    }

    /**
     * The same at every replay, for the key stands on the event; and of no use to who would try addresses out, for only
     * intake-service can make the key from one. Of a stranger the strongest contact belongs to nobody yet, so nobody has this
     * id. Where nobody is named the key is the feedback's own: a customer of this one feedback.
     */
    private static CustomerId idOfStranger(String key) {
        return CustomerId.from(EventId.named("customer", key));
    }

    /**
     * Who said it.
     *
     * @param isNew whether we had never heard of them
     * @param contactsAdded how many contact points we learnt
     */
    public record Speaker(CustomerId customer, boolean isNew, int contactsAdded) {}

    /** A visitor id says nothing of who sits there: it counts only where there is nothing better. */
    private static boolean isStrong(ContactKind kind) {
        return kind != ContactKind.VISITOR;
    }
}
