package org.feedbackloop.crm.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feedbackloop.crm.CrmConfig;
import org.jspecify.annotations.Nullable;

/** Customers, looked up. */
@Path("/v1/customers")
@Tag(name = "Customers")
public class CustomerResource {

    private final ContactLookup lookup;

    CustomerResource(CrmConfig config) {
        this.lookup = new ContactLookup(config.defaultRegion());
    }

    /** Whoever this reaches; nobody, if nobody is known by it. */
    @GET
    @Operation(summary = "Find customers by an e-mail address, phone number, customer number or handle")
    public List<CustomerView> byContact(@QueryParam("contact") @NotBlank @Size(max = 320) String contact) {
        Set<UUID> found = new LinkedHashSet<>();
        lookup.readings(contact)
                .forEach(reading -> ContactPointRow.at(reading.kind(), reading.value())
                        .ifPresent(point -> found.add(point.customerId)));
        return found.stream().map(CustomerResource::view).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One customer with the addresses that reach them")
    public CustomerView byId(UUID id) {
        return view(id);
    }

    private static CustomerView view(UUID id) {
        CustomerRow customer = CustomerRow.<CustomerRow>findByIdOptional(id)
                .orElseThrow(() -> HttpProblem.valueOf(Status.NOT_FOUND, "no customer " + id));
        List<ContactView> contacts = ContactPointRow.of(id).stream()
                .map(point -> new ContactView(point.kind, point.value))
                .toList();
        return new CustomerView(customer.id, customer.name, customer.language, customer.since, contacts);
    }

    /**
     * A customer.
     *
     * @param language of what they last wrote, two letters or {@code und}
     * @param since when they first said something
     */
    public record CustomerView(
            UUID id, @Nullable String name, String language, Instant since, List<ContactView> contacts) {}

    /** An address: {@code kind} is customer-number, email, phone, messenger or visitor. */
    public record ContactView(String kind, String value) {}
}
