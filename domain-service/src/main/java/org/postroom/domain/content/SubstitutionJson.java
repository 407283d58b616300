package org.postroom.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;

/**
 * A substitution in JSON.
 *
 * @param name the name, written {@code {{name}}} in texts
 * @param description what it stands for
 * @param defaultValue what is put in where the value is not known; empty where absent
 */
public record SubstitutionJson(
        @Nullable String name,
        @Nullable String description,
        @Nullable String defaultValue) {

    /** The substitutions in the form of JSON. */
    public static List<SubstitutionJson> of(List<Substitution> substitutions) {
        return substitutions.stream()
                .map(each -> new SubstitutionJson(each.name(), each.description(), each.defaultValue()))
                .toList();
    }

    /** Reads a content from the fields {@code html}, {@code text} and {@code substitutions}. */
    public static Given<Content> content(
            Fields fields,
            HtmlCleaner cleaner,
            @Nullable String html,
            @Nullable String text,
            @Nullable List<SubstitutionJson> substitutions) {
        var htmlForm = fields.required("html", html, given -> cleaner.clean(Content.notTooLong(given)));
        var textForm = fields.required("text", text, Content::notTooLong);
        var each = fields.eachWithin("substitutions", substitutions, (at, substitution) -> substitution.read(at));
        var all = fields.rule("substitutions", () -> Content.eachOnce(each.get()));
        return fields.put(() -> new Content(htmlForm.get(), textForm.get(), all.get()));
    }

    private Given<Substitution> read(Fields fields) {
        var readName = fields.required("name", name, Substitution::checkedName);
        var readDescription = fields.optional("description", description, Substitution::notTooLong);
        var readDefault = fields.orDefault("defaultValue", defaultValue, "", Substitution::notTooLong);
        return fields.put(() -> new Substitution(readName.get(), readDescription.orNull(), readDefault.get()));
    }
}
