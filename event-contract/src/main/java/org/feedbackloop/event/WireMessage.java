package org.feedbackloop.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands on the wire, in CloudEvents' binary mode: attributes as headers, data as JSON bytes.
 *
 * @param key decides the partition; equal to the attribute {@code partitionkey}
 * @param headers {@code ce_*}, {@code content-type} and {@code traceparent}, as text in UTF-8
 */
public record WireMessage(@Nullable String key, Map<String, String> headers, byte[] data) {}
