package org.feedbackloop.intake.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.Channel;

/**
 * The API keys that are valid at one time, known by their hashes alone.
 *
 * <p>The document that lists them is YAML (or JSON, which is YAML):
 *
 * <pre>
 * keys:
 *   - name: call-centre
 *     sha256: 64 hex digits, as {@code printf %s "$KEY" | sha256sum} prints them
 *     brand: acme
 *     channels: [phone-call, callback]
 * </pre>
 *
 * <p>Two keys may bear one name, so that a key can be replaced without a gap. {@code channels} may be {@code ["*"]}.
 */
public final class ApiKeys {

    /** No key is valid. */
    public static final ApiKeys NONE = new ApiKeys(Map.of());

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Document.class);

    private final Map<KeyHash, Integration> holders;

    private ApiKeys(Map<KeyHash, Integration> holders) {
        this.holders = Map.copyOf(holders);
    }

    /** One key for everything. */
    public static ApiKeys single(KeyHash hash, Integration holder) {
        return new ApiKeys(Map.of(hash, holder));
    }

    /** @throws IllegalArgumentException if the document does not say for each key what it must */
    public static ApiKeys parse(String document) {
        try {
            Document parsed = READER.readValue(document);
            Map<KeyHash, Integration> holders = new HashMap<>();
            for (Entry entry : parsed.keys()) {
                holders.put(KeyHash.parse(entry.sha256()), entry.holder());
            }
            return new ApiKeys(holders);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no list of API keys, see line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    e);
        }
    }

    public Optional<Integration> holderOf(String key) {
        return Optional.ofNullable(holders.get(KeyHash.of(key)));
    }

    public boolean contains(KeyHash hash) {
        return holders.containsKey(hash);
    }

    public int size() {
        return holders.size();
    }

    private record Document(List<Entry> keys) {
        Document {
            Objects.requireNonNull(keys, "keys are missing");
        }
    }

    private record Entry(String name, String sha256, String brand, List<String> channels) {

        Entry {
            Objects.requireNonNull(name, "name is missing");
            Objects.requireNonNull(sha256, "sha256 is missing");
            Objects.requireNonNull(brand, "brand is missing");
            Objects.requireNonNull(channels, "channels are missing");
        }

        Integration holder() {
            return new Integration(name, brand, channels.contains("*") ? EnumSet.allOf(Channel.class) : named());
        }

        private Set<Channel> named() {
            Set<Channel> named = EnumSet.noneOf(Channel.class);
            for (String channel : channels) {
                named.add(Arrays.stream(Channel.values())
                        .filter(one -> one.wireName().equals(channel))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no channel: " + channel)));
            }
            return named;
        }
    }
}
