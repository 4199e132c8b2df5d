package org.feedbackloop.routing.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Those who may change the rules: whoever shows a key that is listed here. */
public final class Writers {

    /** It stands in the source, and so keeps nobody out. */
    static final String LOCAL_KEY = "local-key";

    private static final String SCHEME = "bearer ";

    private final List<byte[]> hashes;

    private Writers(List<byte[]> hashes) {
        this.hashes = hashes;
    }

    /**
     * @param hashes the SHA-256 of each key, as 64 hex digits
     * @throws IllegalArgumentException if one of them is no such thing
     */
    static Writers of(Collection<String> hashes) {
        return new Writers(hashes.stream().map(Writers::parsed).toList());
    }

    static Writers withLocalKey() {
        return new Writers(List.of(hash(LOCAL_KEY)));
    }

    boolean include(String key) {
        return isListed(hash(key));
    }

    /**
     * Lets a writer in, and says by what name.
     *
     * @param authorization the header of that name
     * @throws Refusal if it shows no key that is listed
     */
    public String admit(@Nullable String authorization) {
        if (hashes.isEmpty()) {
            throw new Refusal(Problem.of(
                    Kind.FORBIDDEN,
                    "Nobody may do this yet: list the SHA-256 of a key in routing.access.key-sha256 of this service."));
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new Refusal(Problem.of(Kind.UNAUTHORIZED, "Show a key: Authorization: Bearer …"));
        }
        byte[] hash = hash(authorization.substring(SCHEME.length()).strip());
        if (!isListed(hash)) {
            throw new Refusal(Problem.of(Kind.UNAUTHORIZED, "No such key is known here."));
        }
        return "key " + HexFormat.of().formatHex(hash, 0, 4);
    }

    /** Takes as long for one that is nearly right as for any other. */
    private boolean isListed(byte[] hash) {
        boolean listed = false;
        for (byte[] known : hashes) {
            listed |= MessageDigest.isEqual(known, hash);
        }
        return listed;
    }

    private static byte[] parsed(String hex) {
        byte[] hash = HexFormat.of().parseHex(hex.strip());
        if (hash.length != 32) {
            throw new IllegalArgumentException("the SHA-256 of a key has 64 hex digits");
        }
        return hash;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
