package org.feedbackloop.local.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a customer might say, from the command line. */
final class Said {

    @Option(names = "--text", paramLabel = "TEXT", description = "What is said.")
    private @Nullable String text;

    @Option(names = "--subject", paramLabel = "TEXT", description = "Its subject, as a mail has one.")
    private @Nullable String subject;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language that the customer's browser asks for.")
    private @Nullable String language;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The type that the channel declares, such as complaint.")
    private @Nullable String type;

    @Option(names = "--score", paramLabel = "N", description = "A rating, with --scale.")
    private @Nullable Integer score;

    @Option(names = "--scale", paramLabel = "SCALE", description = "nps, csat, stars or smiley; without it, stars.")
    private String scale = "stars";

    @Option(names = "--page", paramLabel = "URL", description = "The page that it is about.")
    private @Nullable String page;

    @Option(names = "--product", paramLabel = "NAME", description = "The product that it is about.")
    private @Nullable String product;

    @Option(names = "--category", paramLabel = "PATH", description = "The category that it is about.")
    private @Nullable String category;

    /** As POST /v1/explain takes it. */
    ObjectNode question() {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        put(question, "text", text);
        put(question, "subject", subject);
        put(question, "language", language);
        put(question, "type", type);
        if (score != null) {
            question.putObject("rating").put("scale", scale).put("score", score);
        }
        ObjectNode about = JsonNodeFactory.instance.objectNode();
        put(about, "category", category);
        put(about, "product", product);
        put(about, "page", page);
        if (!about.isEmpty()) {
            question.set("about", about);
        }
        return question;
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
