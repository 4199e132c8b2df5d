package org.feedbackloop.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.feedbackloop.intake.channel.mail.MailSigning;
import org.feedbackloop.intake.channel.survey.SurveySigning;

/** The headers by which a request to a provider's address is signed, whatever its body is. */
final class AddressSigning {

    private AddressSigning() {}

    /** The body with its signature, where that stands in the body itself. */
    static byte[] body(String address, String secret, byte[] body) {
        return address.equals("email/mailgun") ? MailSigning.mailgun(secret, body) : body;
    }

    static Map<String, String> headers(String address, String secret, String url, byte[] body) {
        String[] headers = switch (address) {
            case "messenger/telegram" -> Signing.telegram(secret);
            case "messenger/whatsapp" -> Signing.whatsApp(secret, body);
            case "messenger/viber" -> Signing.viber(secret, body);
            case "sms/twilio", "ivr/twilio" -> twilio(secret, url, body);
            case "survey/typeform" -> SurveySigning.typeform(secret, body);
            case "survey/delighted" -> SurveySigning.delighted(secret, body);
            case "survey/surveymonkey" -> SurveySigning.surveyMonkey(secret, body);
            case "chat/chatwoot" -> SurveySigning.chatwoot(secret, body);
            case "chat/intercom" -> SurveySigning.intercom(secret, body);
            // These sign nothing, or in the body.
            case "email/sendgrid", "email/postmark" -> MailSigning.password(secret);
            case "email/mailgun" -> new String[0];
            default -> throw new AssertionError("nobody knows how to sign for " + address);
        };
        Map<String, String> signed = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i].equalsIgnoreCase("Content-Type")) {
                signed.put(headers[i], headers[i + 1]);
            }
        }
        return signed;
    }

    private static String[] twilio(String secret, String url, byte[] body) {
        try {
            return Signing.twilio(secret, url, body);
        } catch (IllegalArgumentException notAForm) {
            return Signing.twilio(secret, url, "a=b".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
