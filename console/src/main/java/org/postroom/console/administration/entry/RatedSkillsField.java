package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Skills, each with a proficiency from 0 to 5. */
record RatedSkillsField(String name, String label, String hint) implements Field {

    @Override
    public String control() {
        return "skills";
    }

    /** Where the skills come from. */
    public Source source() {
        return Source.SKILLS;
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        values.put(name, form.skills());
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (!(value instanceof List<?> skills) || skills.isEmpty()) {
            return Field.nothing();
        }
        return skills.stream()
                .map(skill -> skill instanceof Map<?, ?> rated ? shown(rated, options) : String.valueOf(skill))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String shown(Map<?, ?> rated, Options options) {
        return options.label(Source.SKILLS, String.valueOf(rated.get("skillId"))) + " " + rated.get("proficiency");
    }
}
