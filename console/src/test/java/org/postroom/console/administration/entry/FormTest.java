package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void readsAnEmptyFieldAsAbsent() {
        var form = new Form(Map.of("name", List.of("  "), "priority", List.of("x")));

        assertThat(form.text("name")).isNull();
        assertThat(form.text("missing")).isNull();
        assertThat(form.number("priority")).isNull();
        assertThat(form.ticked("multipleActions")).isFalse();
    }

    @Test
    void readsListsByLineOrComma() {
        assertThat(new Form(Map.of("languages", List.of("de, en\r\n pt-BR,,"))).listed("languages"))
                .containsExactly("de", "en", "pt-BR");
    }

    @Test
    void takesOnlySkillsThatAreWanted() {
        var form = new Form(Map.of("skill.b", List.of("0"), "skill.a", List.of("5"), "skill.c", List.of("")));

        assertThat(form.skills())
                .containsExactly(Map.of("skillId", "a", "proficiency", 5), Map.of("skillId", "b", "proficiency", 0));
    }
}
