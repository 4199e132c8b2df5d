package org.feedbackloop.intake.channel.message;

import static org.feedbackloop.event.v1.ConsentWord.HELP;
import static org.feedbackloop.event.v1.ConsentWord.START;
import static org.feedbackloop.event.v1.ConsentWord.STOP;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.feedbackloop.event.v1.ConsentWord;
import org.jspecify.annotations.Nullable;

/**
 * The words by which people let us know whether we may write to them: those that carriers prescribe, the commands of bots, and
 * what people use in our other first languages. Only if they are all of a message: who writes "stop sending me the wrong size"
 * has something else to say.
 */
final class ConsentWords {

    private static final int LONGEST = 40;

    /** Marks around a word say nothing: {@code STOP!}, {@code /stop}. */
    private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Joiners, which people type or leave out. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Map<String, ConsentWord> WORDS = words();

    private ConsentWords() {}

    /** What a text means by being one of the words; null if it is none. */
    static @Nullable ConsentWord meant(@Nullable String text) {
        return text == null || text.length() > LONGEST ? null : WORDS.get(normal(text));
    }

    private static Map<String, ConsentWord> words() {
        Map<String, ConsentWord> words = new HashMap<>();
        add(words, STOP, "stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "optout", "opt out");
        add(words, START, "start", "yes", "unstop", "subscribe", "optin", "opt in");
        add(words, HELP, "help", "info");

        add(words, STOP, "alto", "parar", "pare", "para", "basta", "baja", "cancelar", "detener", "no más", "no mas");
        add(words, START, "iniciar", "inicio", "comenzar", "empezar", "alta");
        add(words, HELP, "ayuda", "información", "informacion");

        add(words, STOP, "توقف", "لغو", "لغو اشتراک", "پایان");
        add(words, START, "شروع", "آغاز");
        add(words, HELP, "راهنما", "کمک");

        add(words, STOP, "रोकें", "रोको", "रुकें", "बंद", "बंद करें", "बंद करो", "स्टॉप");
        add(words, START, "शुरू", "शुरू करें", "प्रारंभ", "स्टार्ट");
        add(words, HELP, "मदद", "सहायता", "हेल्प");

        add(words, STOP, "koniec", "anuluj", "wypisz", "wypisz mnie", "rezygnuję", "rezygnuje");
        add(words, START, "zacznij", "wznów", "wznow", "zapisz", "zapisz mnie");
        add(words, HELP, "pomoc");

        add(words, STOP, "стоп", "отписаться", "отписка", "отпишите", "отмена", "хватит");
        add(words, START, "старт", "начать", "подписаться", "подписка");
        add(words, HELP, "помощь", "справка", "инфо");
        return Map.copyOf(words);
    }

    private static void add(Map<String, ConsentWord> words, ConsentWord meaning, String... spellings) {
        for (String spelling : spellings) {
            words.put(normal(spelling), meaning);
        }
    }

    /** One spelling of each word: Persian is typed on Arabic keyboards too. */
    private static String normal(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String bare = SPACE.matcher(AROUND.matcher(visible).replaceAll("")).replaceAll(" ");
        return bare.toUpperCase(Locale.ROOT).replace('ي', 'ی').replace('ك', 'ک');
    }
}
