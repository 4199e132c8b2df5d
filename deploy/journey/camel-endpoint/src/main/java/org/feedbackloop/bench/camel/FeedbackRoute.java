package org.feedbackloop.bench.camel;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;

/** One post, one acknowledged record, one 202. */
final class FeedbackRoute extends RouteBuilder {

    private final String bootstrapServers;

    FeedbackRoute(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The Kafka producer goes on with the exchange when the broker has acknowledged, so the answer waits for it. */
    @Override
    public void configure() {
        from("platform-http:/v1/feedback?httpMethodRestrict=POST&consumes=application/json")
                // What remains would travel as record headers, the caller's key among them.
                .removeHeaders("*")
                .convertBodyTo(byte[].class)
                .setHeader(KafkaConstants.KEY, FeedbackRoute::newKey)
                .to("kafka:bench.camel.v1?brokers=" + bootstrapServers
                        + "&requestRequiredAcks=all&enableIdempotence=true&lingerMs=0&recordMetadata=false&useIterator=false"
                        + "&valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer")
                .removeHeaders("*")
                .setBody(constant((Object) null))
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202));
    }

    private static Object newKey() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
