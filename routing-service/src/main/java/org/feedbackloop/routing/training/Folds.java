package org.feedbackloop.routing.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which texts are held back together, while a model is trained on all others.
 *
 * @param ofText the fold of each text
 * @param names what each fold is called
 */
record Folds(int[] ofText, List<String> names) {

    int count() {
        return names.size();
    }

    /** Near duplicates together, and of each language and type as many in each fold; always dealt out in the same way. */
    static Folds dealt(List<CorpusText> texts, int count) {
        int[] groups =
                NearDuplicates.groups(texts.stream().map(CorpusText::text).toList());
        Map<String, Integer> next = new HashMap<>();
        int[] foldOfGroup = new int[texts.size()];
        IntStream.range(0, texts.size())
                .filter(text -> groups[text] == text)
                .boxed()
                .sorted(Comparator.comparingInt(text -> shuffled(texts.get(text))))
                .forEach(group -> {
                    CorpusText text = texts.get(group);
                    int turn = next.merge(text.language() + "/" + text.type(), 1, Integer::sum);
                    foldOfGroup[group] = (turn + Math.floorMod(text.language().hashCode(), count)) % count;
                });
        int[] folds = IntStream.range(0, texts.size())
                .map(text -> foldOfGroup[groups[text]])
                .toArray();
        return new Folds(
                folds,
                IntStream.range(0, count).mapToObj(fold -> "fold " + (fold + 1)).toList());
    }

    /** What was written at one sitting together: the texts of a type in the order of their file, cut into portions. */
    static Folds portions(List<CorpusText> texts, int count) {
        Map<String, Integer> sizes = new HashMap<>();
        texts.forEach(text -> sizes.merge(text.part() + "/" + text.type(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        int[] folds = new int[texts.size()];
        for (int i = 0; i < folds.length; i++) {
            String kind = texts.get(i).part() + "/" + texts.get(i).type();
            int place = seen.merge(kind, 1, Integer::sum) - 1;
            folds[i] = place * count / sizes.getOrDefault(kind, 1);
        }
        return new Folds(
                folds,
                IntStream.range(0, count)
                        .mapToObj(fold -> "portion " + (fold + 1))
                        .toList());
    }

    private static int shuffled(CorpusText text) {
        int hash = text.text().hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
