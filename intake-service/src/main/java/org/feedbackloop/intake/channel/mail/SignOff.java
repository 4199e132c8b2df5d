package org.feedbackloop.intake.channel.mail;

import java.util.List;
import java.util.Locale;

/** Where a signature begins: at the line that mail has for it, or at what a telephone writes below everything. */
final class SignOff {

    private static final int LONGEST = 120;

    private static final List<String> DEVICES = List.of(
            "sent from my ",
            "sent from ",
            "sent via ",
            "sent with ",
            "get outlook for ",
            "von meinem ",
            "gesendet von ",
            "gesendet mit ",
            "gesendet über ",
            "diese nachricht wurde von ",
            "envoyé de ",
            "envoyé depuis ",
            "envoyé à partir ",
            "télécharger outlook ",
            "obtenir outlook ",
            "verzonden vanaf ",
            "verstuurd vanaf ",
            "verzonden met ",
            "inviato da ",
            "inviato dal ",
            "enviado desde ",
            "enviado do ",
            "enviado de ",
            "obtener outlook ",
            "wysłano z ",
            "wysłane z ",
            "отправлено с ",
            "отправлено из ",
            "надіслано з ",
            "skickat från ",
            "sendt fra ",
            "ارسال شده از ",
            "ارسال‌شده از ",
            "मेरे ");

    private SignOff() {}

    static boolean beginsAt(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (line.equals("--") || line.equals("__") || line.equals("___") || line.equals("____")) {
            return true;
        }
        return line.length() <= LONGEST && isDevice(line.toLowerCase(Locale.ROOT)) && standsAlone(lines, i);
    }

    private static boolean isDevice(String line) {
        boolean ends = !line.endsWith(".") && !line.endsWith(",") && !line.endsWith("!") && !line.endsWith("?");
        boolean says = DEVICES.stream().anyMatch(line::startsWith);
        // German and Hindi have their verb at the end; without it "von meinem" and "मेरे" begin any sentence.
        boolean verbMissing = line.startsWith("von meinem ") && !line.endsWith("gesendet")
                || line.startsWith("मेरे ") && !line.contains("भेजा");
        return ends && says && !verbMissing;
    }

    /** A sentence that goes on in the next line is one of the writer's own. */
    private static boolean standsAlone(List<String> lines, int i) {
        boolean above = i == 0 || lines.get(i - 1).isBlank();
        boolean below = i + 1 >= lines.size()
                || lines.get(i + 1).isBlank()
                || ReplyCutter.isMarked(lines.get(i + 1))
                || QuoteHeader.lengthAt(lines, i + 1) > 0;
        return above && below;
    }
}
