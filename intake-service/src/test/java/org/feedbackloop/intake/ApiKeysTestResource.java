package org.feedbackloop.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.feedbackloop.intake.access.KeyHash;

/** A file of API keys such as production mounts. {@code local-key} covers all, {@code phone-key} phone calls alone. */
public final class ApiKeysTestResource implements QuarkusTestResourceLifecycleManager {

    private static final Path FILE = Path.of("target", "api-keys.yaml").toAbsolutePath();

    /** Another key from now on, beside those that there are from the start. */
    static void add(String key) {
        write("keys:\n" + entry("local", "local-key", "*") + entry("phone", "phone-key", "phone-call")
                + entry("added", key, "*"));
    }

    @Override
    public Map<String, String> start() {
        write("keys:\n" + entry("local", "local-key", "*") + entry("phone", "phone-key", "phone-call"));
        return Map.of("intake.access.keys-file", FILE.toString());
    }

    @Override
    public void stop() {}

    private static String entry(String name, String key, String channel) {
        return "  - {name: " + name + ", sha256: " + KeyHash.of(key).hex() + ", brand: acme, channels: [\"" + channel
                + "\"]}\n";
    }

    /** At one stroke: the service, which looks for a change every second, never meets half a file. */
    private static void write(String document) {
        try {
            Path draft = Files.createTempFile(FILE.getParent(), "api-keys", ".yaml");
            Files.writeString(draft, document);
            Files.move(draft, FILE, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
