package org.feedbackloop.routing.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The categories as a tree. Each is known by its place in the list of the rules. */
final class CategoryTree {

    /** Above all categories. */
    static final int ROOT = -1;

    private final List<Category> categories;
    private final int[] above;

    /** A category whose path leads through one that is not there hangs below the nearest that is. */
    CategoryTree(List<Category> categories) {
        this.categories = List.copyOf(categories);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            places.put(categories.get(i).path(), i);
        }
        above = new int[categories.size()];
        for (int i = 0; i < above.length; i++) {
            String path = Category.above(categories.get(i).path());
            while (!path.isEmpty() && !places.containsKey(path)) {
                path = Category.above(path);
            }
            above[i] = path.isEmpty() ? ROOT : places.getOrDefault(path, ROOT);
        }
    }

    List<Category> categories() {
        return categories;
    }

    String path(int category) {
        return categories.get(category).path();
    }

    int above(int category) {
        return above[category];
    }

    /** What speaks for each category and for all below it, from what speaks for each alone. */
    int[] withAllBelow(int[] alone) {
        int[] all = new int[alone.length];
        for (int i = 0; i < alone.length; i++) {
            if (alone[i] > 0) {
                for (int branch = i; branch != ROOT; branch = above[branch]) {
                    all[branch] += alone[i];
                }
            }
        }
        return all;
    }

    /** The branch for which most speaks, of those right below; of equals the first. {@link #ROOT} if nothing speaks for any. */
    int heaviestBelow(int category, int[] withAllBelow) {
        int heaviest = ROOT;
        for (int i = 0; i < above.length; i++) {
            boolean heavier = heaviest == ROOT ? withAllBelow[i] > 0 : withAllBelow[i] > withAllBelow[heaviest];
            if (above[i] == category && heavier) {
                heaviest = i;
            }
        }
        return heaviest;
    }
}
