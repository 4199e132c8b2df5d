package org.feedbackloop.intake.channel.mail;

import java.nio.file.*;
import org.feedbackloop.intake.*;
import org.feedbackloop.intake.draft.*;
import org.junit.jupiter.api.Test;

class MailSamplesTest {
    @Test
    void explore() throws Exception {
        RawMailAdapter a = new RawMailAdapter(Adapting.NORMALISER);
        try (var s = Files.list(SharedSamples.require("mails"))) {
            for (Path p : s.sorted().toList()) {
                byte[] b = Files.readAllBytes(p);
                System.out.println("=== " + p.getFileName());
                a.adapt(Adapting.request(b)).fold(n -> {
                    n.setAside().forEach(x -> System.out.println("  ASIDE " + x));
                    n.drafts().forEach(d -> {
                        FeedbackDraft f = (FeedbackDraft) d;
                        System.out.println("  id=" + f.messageId() + " at=" + f.occurredAt() + " " + f.contacts().stream().map(c -> c.value()).toList() + " name=" + f.customerName() + " subj=" + f.subject());
                        System.out.println("  text=" + f.text().substring(0, Math.min(300, f.text().length())).replace("\n", "\\n"));
                        f.attachments().forEach(x -> System.out.println("  att " + x.name() + " " + x.contentType() + " " + x.bytes()));
                    });
                    return null;
                }, pr -> { System.out.println("  REJ " + pr); return null; });
            }
        }
    }
}
