package org.postroom.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewTest {

    @Test
    void putsValuesAndDefaultsInThePlaceOfNames() {
        var content = new Content(
                "<p>Dear {{customer.name}}, yours {{ agent.name }}</p>",
                "Dear {{customer.name}}, yours {{agent.name}}",
                List.of(
                        new Substitution("customer.name", null, "customer"),
                        new Substitution("agent.name", "who answers", "")));

        var preview = Preview.of(content, Map.of("agent.name", "Grace <b>$1"));

        assertThat(preview.html()).isEqualTo("<p>Dear customer, yours Grace &lt;b&gt;$1</p>");
        assertThat(preview.text()).isEqualTo("Dear customer, yours Grace <b>$1");
        assertThat(preview.unknown()).isEmpty();
    }

    @Test
    void namesWhatStandsForNothingAndLeavesItToBeSeen() {
        var content = new Content("{{b}} {{a}}", "{{a}} {{not closed", List.of());

        var preview = Preview.of(content, Map.of());

        assertThat(preview.html()).isEqualTo("{{b}} {{a}}");
        assertThat(preview.unknown()).containsExactly("b", "a");
    }

    @Test
    void refusesNamesThatComeTwiceOrAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Content.eachOnce(List.of(new Substitution("a", null, ""), new Substitution("a", null, "x"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Substitution("a}}", null, ""));
    }
}
