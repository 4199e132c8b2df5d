package org.feedbackloop.intake.channel.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What mailers write above what they quote. Three forms, in the language of the mailer: a sentence (<i>On Monday Ada wrote:</i>),
 * a line between dashes (<i>-----Original Message-----</i>), and the headers of the quoted mail, one a line.
 */
final class QuoteHeader {

    /** A sentence gets longer only by names and addresses, and is broken into so many lines. */
    private static final int LONGEST_SENTENCE = 400;

    private static final int MOST_LINES = 4;
    private static final int MOST_HEADERS = 8;
    private static final int LONGEST_LABEL = 20;

    private static final Pattern TIME = Pattern.compile("\\p{Nd}[:.hH]\\p{Nd}{2}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern BESIDE_WORD = Pattern.compile("[^\\p{L}\\p{M}]");

    private static final Set<String> WROTE = Set.of(
            "wrote",
            "writes",
            "schrieb",
            "geschrieben",
            "écrit",
            "schreef",
            "geschreven",
            "scritto",
            "escribió",
            "escribio",
            "escreveu",
            "napisał",
            "pisze",
            "написал",
            "писал",
            "пишет",
            "написав",
            "пише",
            "napsal",
            "skrev",
            "kirjoitti",
            "yazdı",
            "scris",
            "írta",
            "έγραψε",
            "نوشت",
            "लिखा",
            "كتب",
            "כתב");

    /** Where words are not set apart. */
    private static final List<String> WROTE_WITHIN = List.of("書きました", "写道", "寫道", "작성");

    /** Mailers say who wrote; people say that they did, and then their words follow. */
    private static final Set<String> FIRST_PERSON = Set.of(
            "i", "we", "ich", "wir", "je", "j", "nous", "ik", "wij", "ho", "abbiamo", "yo", "eu", "ja", "я", "мы", "من",
            "ما", "मैंने", "हमने");

    private static final Set<String> OPENERS = Set.of(
            "on", "am", "le", "op", "il", "el", "em", "w", "dnia", "den", "på", "dne", "a", "în", "в", "در", "à",
            "στις", "ב", "في");

    private static final List<String> MESSAGE = List.of(
            "message",
            "nachricht",
            "messaggio",
            "bericht",
            "mensaje",
            "mensagem",
            "wiadomość",
            "сообщение",
            "письмо",
            "повідомлення",
            "meddelande",
            "melding",
            "zpráva",
            "پیام",
            "پیغام",
            "संदेश",
            "mesaj",
            "üzenet",
            "viesti");

    private static final List<String> FORWARDED = List.of(
            "begin forwarded message:",
            "anfang der weitergeleiteten nachricht:",
            "début du message réexpédié",
            "début du message transféré",
            "inizio messaggio inoltrato:",
            "inicio del mensaje reenviado:",
            "begin doorgestuurd bericht:",
            "początek przekazywanej wiadomości",
            "начало переадресованного сообщения:",
            "начало пересылаемого сообщения:");

    private enum Label {
        FROM,
        SENT,
        TO,
        COPY,
        SUBJECT
    }

    private static final Map<Label, Set<String>> LABELS = Map.of(
            Label.FROM,
            Set.of(
                    "from",
                    "von",
                    "de",
                    "van",
                    "da",
                    "od",
                    "от",
                    "от кого",
                    "від",
                    "från",
                    "fra",
                    "lähettäjä",
                    "kimden",
                    "از",
                    "فرستنده",
                    "प्रेषक",
                    "से",
                    "من",
                    "מאת",
                    "差出人",
                    "发件人",
                    "寄件者",
                    "보낸 사람",
                    "expéditeur"),
            Label.SENT,
            Set.of(
                    "sent",
                    "date",
                    "gesendet",
                    "datum",
                    "envoyé",
                    "envoyé le",
                    "message du",
                    "verzonden",
                    "inviato",
                    "data",
                    "enviado",
                    "enviado el",
                    "fecha",
                    "enviada em",
                    "wysłano",
                    "отправлено",
                    "дата",
                    "надіслано",
                    "skickat",
                    "dato",
                    "lähetetty",
                    "gönderildi",
                    "tarih",
                    "تاریخ",
                    "ارسال شده",
                    "भेजा गया",
                    "दिनांक",
                    "送信日時",
                    "发送时间",
                    "보낸 날짜"),
            Label.TO,
            Set.of(
                    "to",
                    "an",
                    "à",
                    "a",
                    "aan",
                    "para",
                    "do",
                    "кому",
                    "till",
                    "til",
                    "vastaanottaja",
                    "kime",
                    "به",
                    "گیرنده",
                    "प्रति",
                    "को",
                    "إلى",
                    "אל",
                    "宛先",
                    "收件人",
                    "받는 사람",
                    "destinataire"),
            Label.COPY,
            Set.of("cc", "kopie", "copie à", "dw", "kopia", "копия", "رونوشت", "प्रतिलिपि"),
            Label.SUBJECT,
            Set.of(
                    "subject",
                    "betreff",
                    "objet",
                    "sujet",
                    "onderwerp",
                    "oggetto",
                    "asunto",
                    "assunto",
                    "temat",
                    "тема",
                    "ämne",
                    "emne",
                    "aihe",
                    "konu",
                    "موضوع",
                    "विषय",
                    "الموضوع",
                    "נושא",
                    "件名",
                    "主题",
                    "主旨",
                    "제목"));

    private QuoteHeader() {}

    /** How many lines the header has that begins at a line; 0 if none does. */
    static int lengthAt(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (line.isEmpty()) {
            return 0;
        }
        if (isFence(line) || FORWARDED.contains(line.toLowerCase(Locale.ROOT))) {
            return 1;
        }
        if (isRule(line)) {
            int below = i + 1;
            while (below < lines.size() && below < i + 3 && lines.get(below).isBlank()) {
                below++;
            }
            boolean isRule = below < lines.size() && isRule(lines.get(below).strip());
            int header = below < lines.size() && !isRule ? lengthAt(lines, below) : 0;
            return header == 0 ? 0 : below - i + header;
        }
        int headers = headersAt(lines, i);
        return headers > 0 ? headers : sentenceAt(lines, i);
    }

    /** Dashes on both sides, and a word for message between them. */
    private static boolean isFence(String line) {
        if (line.length() > 100 || !line.startsWith("--") || !line.endsWith("--")) {
            return false;
        }
        String inside = line.toLowerCase(Locale.ROOT);
        return MESSAGE.stream().anyMatch(inside::contains);
    }

    private static boolean isRule(String line) {
        char first = line.charAt(0);
        return line.length() >= 4 && "-_=*".indexOf(first) >= 0 && line.chars().allMatch(c -> c == first);
    }

    private static int headersAt(List<String> lines, int i) {
        if (label(lines.get(i))
                .filter(label -> label == Label.FROM || label == Label.SENT)
                .isEmpty()) {
            return 0;
        }
        Set<Label> seen = EnumSet.noneOf(Label.class);
        boolean addressSeen = false;
        int end = i;
        while (end < lines.size() && end < i + MOST_HEADERS) {
            Optional<Label> label = label(lines.get(end));
            if (label.isEmpty() || seen.contains(label.get())) {
                break;
            }
            seen.add(label.get());
            addressSeen |= label.get() == Label.FROM && lines.get(end).indexOf('@') > 0;
            end++;
        }
        // From, to and date alone are how somebody tells of a journey.
        boolean isHeader = seen.contains(Label.FROM)
                && (seen.contains(Label.SUBJECT) && seen.size() >= 3 || addressSeen && seen.size() >= 2);
        return isHeader ? end - i : 0;
    }

    private static Optional<Label> label(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            colon = line.indexOf('：');
        }
        if (colon < 1 || colon > LONGEST_LABEL + 10) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
        return LABELS.entrySet().stream()
                .filter(labels -> labels.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A line that joins a sentence below it is not its beginning. */
    private static int sentenceAt(List<String> lines, int i) {
        int length = wholeSentenceAt(lines, i);
        return length > 1 && wholeSentenceAt(lines, i + 1) > 0 ? 0 : length;
    }

    private static int wholeSentenceAt(List<String> lines, int i) {
        StringBuilder joined = new StringBuilder();
        for (int n = 0; n < MOST_LINES && i + n < lines.size(); n++) {
            String line = lines.get(i + n).strip();
            if (line.isEmpty() || ReplyCutter.isMarked(line) || joined.length() + line.length() > LONGEST_SENTENCE) {
                return 0;
            }
            joined.append(n == 0 ? "" : " ").append(line);
            if (line.endsWith(":") || line.endsWith("：")) {
                return isAttribution(joined.toString()) ? n + 1 : 0;
            }
        }
        return 0;
    }

    /** Who and when, and a word for writing. */
    private static boolean isAttribution(String sentence) {
        boolean address = sentence.indexOf('@') >= 0;
        boolean time = TIME.matcher(sentence).find();
        if (!DIGIT.matcher(sentence).find() || !address && !time) {
            return false;
        }
        String lower = sentence.toLowerCase(Locale.ROOT);
        List<String> words = List.of(BESIDE_WORD.split(lower));
        boolean wrote = words.stream().anyMatch(WROTE::contains)
                || WROTE_WITHIN.stream().anyMatch(lower::contains);
        if (!wrote) {
            // A few mailers leave the word out, and end with the address.
            return address && time && sentence.replace(" ", "").endsWith(">:");
        }
        boolean opens = Character.isDigit(sentence.codePointAt(0))
                || OPENERS.contains(words.stream().findFirst().orElse(""));
        return address || opens && words.stream().noneMatch(FIRST_PERSON::contains);
    }
}
