package org.feedbackloop.intake.access;

/**
 * What was agreed with a provider about one of its webhooks. Redacts itself when printed.
 *
 * @param integration who speaks when the secret fits
 * @param secret what the provider signs with
 * @param verifyToken what the provider shows when it makes sure that the address is ours; it travels in addresses, so it
 *     should not be the secret
 */
public record Webhook(Integration integration, String secret, String verifyToken) {

    public Webhook {
        if (secret.isBlank() || verifyToken.isBlank()) {
            throw new IllegalArgumentException("a webhook needs a secret");
        }
    }

    @Override
    public String toString() {
        return "Webhook[" + integration.name() + "]";
    }
}
