package org.feedbackloop.routing.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.category.LocalWord;
import org.feedbackloop.routing.category.Sku;

/** Reads the product tree: a branch stands after the one that it is a branch of. */
final class CategoryReader {

    private final AnsweredLanguages languages;
    private final AskedSkills skills;
    private final Set<String> paths = new HashSet<>();
    private final Set<Sku> skus = new HashSet<>();

    CategoryReader(AnsweredLanguages languages, AskedSkills skills) {
        this.languages = languages;
        this.skills = skills;
    }

    List<Category> categories(Place section) {
        return section.each(this::category);
    }

    private Category category(Place place) {
        var fields = place.fields("path", "products", "skus", "pages", "words", "skill");
        String path = fields.required("path").text();
        // Known from now on, whatever else is wrong with it: its branches are not to blame.
        if (!paths.add(path)) {
            throw place.refused(path + " is there twice");
        }
        Category category = place.whole(() -> new Category(
                path,
                fields.optional("products").map(Texts::phrases).orElse(List.of()),
                fields.optional("skus").map(list -> list.each(this::sku)).orElse(List.of()),
                fields.optional("pages").map(Texts::phrases).orElse(List.of()),
                fields.optional("words")
                        .map(byLanguage -> languages.phrases(byLanguage, LocalWord::new))
                        .orElse(List.of()),
                fields.optional("skill").map(skills::asked).orElse(null)));
        String above = Category.above(path);
        if (!above.isEmpty() && !paths.contains(above)) {
            throw place.refused("there is no category " + above + " before it, of which it is a branch");
        }
        return category;
    }

    private Sku sku(Place place) {
        Sku sku = place.as(Sku::parse);
        if (!skus.add(sku)) {
            throw place.refused("the same article number is in a category already");
        }
        return sku;
    }
}
