package org.feedbackloop.intake.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.feedbackloop.event.v1.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks that were agreed with providers. Unlike API keys, their secrets must be known in the clear, for they are what
 * signatures are made with: the file is to be mounted like a password.
 *
 * <p>The document is YAML (or JSON, which is YAML):
 *
 * <pre>
 * webhooks:
 *   - name: acme-bot
 *     address: messenger/telegram
 *     brand: acme
 *     secret: ...
 *     verifyToken: ...        # where the provider asks for one; the secret, if missing
 * </pre>
 *
 * <p>One address may have many, of several brands: the secret that fits tells them apart. A secret is replaced without a gap
 * by listing both the old and the new one under the same name.
 */
public final class Webhooks {

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Document.class);

    private final Function<String, List<Webhook>> byAddress;
    private final Set<String> secrets;

    private Webhooks(Function<String, List<Webhook>> byAddress, Set<String> secrets) {
        this.byAddress = byAddress;
        this.secrets = Set.copyOf(secrets);
    }

    /** No provider may come in. */
    public static Webhooks none() {
        return new Webhooks(address -> List.of(), Set.of());
    }

    /** One secret for every address, which is for a developer's own machine. */
    public static Webhooks single(String secret, String brand) {
        return new Webhooks(
                address -> List.of(new Webhook(
                        new Integration(address, brand, EnumSet.of(Channel.named(address))), secret, secret)),
                Set.of(secret));
    }

    /** @throws IllegalArgumentException if the document does not say for each webhook what it must */
    public static Webhooks parse(String document) {
        try {
            Document parsed = READER.readValue(document);
            Map<String, List<Webhook>> byAddress = new HashMap<>();
            Set<String> secrets = new HashSet<>();
            for (Entry entry : parsed.webhooks()) {
                byAddress
                        .computeIfAbsent(entry.address(), first -> new ArrayList<>())
                        .add(entry.webhook());
                secrets.add(entry.secret());
            }
            return new Webhooks(address -> byAddress.getOrDefault(address, List.of()), secrets);
        } catch (JsonProcessingException e) {
            // What the parser says may quote the document, and so a secret.
            throw new IllegalArgumentException("no list of webhooks, see line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        }
    }

    /** Those that may deliver at an address below {@code /v1/channels/}. */
    public List<Webhook> at(String address) {
        return byAddress.apply(address);
    }

    boolean haveSecret(String secret) {
        return secrets.contains(secret);
    }

    private record Document(List<Entry> webhooks) {
        Document {
            Objects.requireNonNull(webhooks, "webhooks are missing");
        }
    }

    private record Entry(
            String name,
            String address,
            String brand,
            String secret,
            @Nullable String verifyToken) {

        Entry {
            Objects.requireNonNull(name, "name is missing");
            Objects.requireNonNull(address, "address is missing");
            Objects.requireNonNull(brand, "brand is missing");
            Objects.requireNonNull(secret, "secret is missing");
        }

        Webhook webhook() {
            return new Webhook(
                    new Integration(name, brand, EnumSet.of(Channel.named(address))),
                    secret,
                    verifyToken == null ? secret : verifyToken);
        }

        @Override
        public String toString() {
            return "Entry[" + name + "]";
        }
    }
}
