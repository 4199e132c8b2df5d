package org.feedbackloop.event.v1;

import java.util.List;
import java.util.Objects;
import org.feedbackloop.event.FeedbackId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at a page, product or campaign. Nothing was said, so nothing is owed.
 *
 * <p>Redacts itself when printed.
 *
 * @param visitId equal to the id of the event
 * @param integration the name of the API key that brought it
 * @param brand the brand or site that was visited
 * @param contacts who it was, strongest first; never empty
 * @param page the address of the page
 * @param product the shop's own name or number of it
 * @param campaign what brought them here, as the shop calls it
 * @param referrer the page that they came from
 */
public record VisitRecorded(
        FeedbackId visitId,
        String integration,
        String brand,
        List<Contact> contacts,
        @Nullable String page,
        @Nullable String product,
        @Nullable String campaign,
        @Nullable String referrer) {

    public VisitRecorded {
        Objects.requireNonNull(visitId, "visitId is missing");
        Objects.requireNonNull(integration, "integration is missing");
        Objects.requireNonNull(brand, "brand is missing");
        if (contacts == null || contacts.isEmpty()) {
            throw new IllegalArgumentException("contacts are missing");
        }
        contacts = List.copyOf(contacts);
        if (page == null && product == null && campaign == null) {
            throw new IllegalArgumentException("neither page nor product nor campaign");
        }
    }

    @Override
    public String toString() {
        return "VisitRecorded[" + visitId + "]";
    }
}
