package org.feedbackloop.intake.mailbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.feedbackloop.local.TestStack;

/** A mailbox on the mail server of the stack, which the service looks into as often as it may. */
public final class MailboxTestResource implements QuarkusTestResourceLifecycleManager {

    static final String ADDRESS = "care@acme.example";

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.attach();
        return Map.of(
                "intake.mailboxes.care.host",
                stack.mailHost(),
                "intake.mailboxes.care.port",
                Integer.toString(stack.imapPort()),
                "intake.mailboxes.care.security",
                "none",
                "intake.mailboxes.care.user",
                ADDRESS,
                "intake.mailboxes.care.password",
                ADDRESS,
                "intake.mailboxes.care.brand",
                "acme",
                "intake.mailboxes.care.interval",
                "1s");
    }

    @Override
    public void stop() {}
}
