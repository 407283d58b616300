package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {

    @Test
    void fillsWhatIsKnownThenDefaultsAndLeavesTheRestToBeSeen() {
        assertThat(Substitutions.fill(
                        "<p>{{ agent.name }} {{item}} {{other}}</p>",
                        Map.of("agent.name", "Anna"),
                        Map.of("agent.name", "an agent", "item", "parcel")))
                .isEqualTo("<p>Anna parcel {{other}}</p>");
    }

    @Test
    void insertsValuesAsTextNeverAsMarkup() {
        assertThat(Substitutions.fill("{{customer.name}}", Map.of("customer.name", "<b>$1 & co"), Map.of()))
                .isEqualTo("&lt;b&gt;$1 &amp; co");
    }
}
