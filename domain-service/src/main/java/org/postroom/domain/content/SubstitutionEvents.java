package org.postroom.domain.content;

import java.util.List;
import org.postroom.events.common.Substitution;

/** Substitutions as events carry them. */
public final class SubstitutionEvents {

    private SubstitutionEvents() {}

    /** The substitutions of a content in the form of events. */
    public static List<Substitution> of(Content content) {
        return content.substitutions().stream()
                .map(each -> Substitution.newBuilder()
                        .setName(each.name())
                        .setDescription(each.description())
                        .setDefaultValue(each.defaultValue())
                        .build())
                .toList();
    }
}
