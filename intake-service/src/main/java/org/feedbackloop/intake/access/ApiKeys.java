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
import org.jspecify.annotations.Nullable;

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
 *     rate: {perSecond: 20, burst: 100}
 * </pre>
 *
 * <p>Two keys may bear one name, so that a key can be replaced without a gap. {@code channels} may be {@code ["*"]}. Without
 * a {@code rate} a key has {@link #USUAL_RATE}; a line of a batch counts like a post.
 */
public final class ApiKeys {

    /** More than a busy integration sends, and less than what hurts the others. */
    public static final Rate USUAL_RATE = Rate.perSecond(500, 5_000);

    /** No key is valid. */
    public static final ApiKeys NONE = new ApiKeys(Map.of());

    /**
     * Who holds a key.
     *
     * @param sender as which they are counted
     */
    public record Holder(Integration integration, Allowances.Sender sender) {

        public Holder(Integration integration, Rate rate) {
            this(integration, new Allowances.Sender("key " + integration.name(), rate));
        }
    }

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Document.class);

    private final Map<KeyHash, Holder> holders;

    private ApiKeys(Map<KeyHash, Holder> holders) {
        this.holders = Map.copyOf(holders);
    }

    /** One key for everything. */
    public static ApiKeys single(KeyHash hash, Holder holder) {
        return new ApiKeys(Map.of(hash, holder));
    }

    /** @throws IllegalArgumentException if the document does not say for each key what it must */
    public static ApiKeys parse(String document) {
        try {
            Document parsed = READER.readValue(document);
            Map<KeyHash, Holder> holders = new HashMap<>();
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

    public Optional<Holder> holderOf(String key) {
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

    private record Pace(long perSecond, long burst) {

        Rate rate() {
            return Rate.perSecond(perSecond, burst);
        }
    }

    private record Entry(
            String name,
            String sha256,
            String brand,
            List<String> channels,
            @Nullable Pace rate) {

        Entry {
            Objects.requireNonNull(name, "name is missing");
            Objects.requireNonNull(sha256, "sha256 is missing");
            Objects.requireNonNull(brand, "brand is missing");
            Objects.requireNonNull(channels, "channels are missing");
        }

        Holder holder() {
            Set<Channel> allowed = channels.contains("*") ? EnumSet.allOf(Channel.class) : named();
            return new Holder(new Integration(name, brand, allowed), rate == null ? USUAL_RATE : rate.rate());
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
