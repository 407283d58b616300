package org.postroom.domain.directory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.domain.directory.Name;
import org.postroom.domain.skill.Proficiency;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

class FieldsTest {

    private final Fields fields = new Fields();

    @Test
    void namesEveryFieldThatIsRefusedInTheirOrder() {
        fields.required("name", null, Name::new);
        fields.each("names", Arrays.asList("good", " ", null), Name::new);
        fields.orDefault("proficiency", 9, Proficiency.NONE, Proficiency::new);

        var refused =
                catchThrowableOfType(InvalidFieldsException.class, () -> fields.whole(() -> "never put together"));

        assertThat(refused.refusals())
                .extracting(Refusal::field)
                .containsExactly("name", "names[1]", "names[2]", "proficiency");
    }

    @Test
    void asksNoRuleAboutWhatWasRefusedBefore() {
        var name = fields.required("name", "", Name::new);
        fields.rule("both", () -> {
            throw new IllegalArgumentException("never asked about " + name.get());
        });

        var refused = catchThrowableOfType(InvalidFieldsException.class, () -> fields.whole(name::get));

        assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("name");
    }

    @Test
    void writesTheWholePathOfFieldsWithinElements() {
        fields.eachWithin(
                "days",
                List.of(List.of("a", "")),
                (day, hours) -> day.eachWithin("hours", hours, (hour, text) -> hour.required("at", text, Name::new)));

        var refused = catchThrowableOfType(InvalidFieldsException.class, () -> fields.whole(() -> "x"));

        assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("days[0].hours[1].at");
    }

    @Test
    void putsTogetherWhatWasRead() {
        var name = fields.required("name", " Ada ", Name::new);
        var nothing = fields.optional("other", " ", Name::new);

        assertThat(fields.whole(() -> name.get().value() + nothing.orNull())).isEqualTo("Adanull");
    }
}
