package org.postroom.outbound.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.outbound.directory.Signature;

class SubstitutionsTest {

    @Test
    void putsValuesInAndEscapesThemInHtml() {
        Signature filled =
                filled("{{agent.name}} at {{ address }}", Map.of("agent.name", "Ada <b> & Co", "address", "a@b.test"));

        assertThat(filled.text()).isEqualTo("Ada <b> & Co at a@b.test");
        assertThat(filled.html()).contains("Ada &lt;b&gt; &amp; Co at").doesNotContain("<b>");
    }

    @Test
    void takesTheDefaultInTheTextThenTheSignaturesThenNothing() {
        var signature = new Signature(
                "{{phone}}", "{{customer.name|friend}} {{phone}} {{nobody}}.", Map.of("phone", "+49 30 <1>"));

        Signature filled = Substitutions.filled(signature, Map.of("customer.name", ""));

        assertThat(filled.text()).isEqualTo("friend +49 30 <1> .");
        assertThat(filled.html()).contains("30 &lt;1&gt;");
    }

    @Test
    void neverPutsAValueInASecondTime() {
        Signature filled = filled("{{agent.name}}", Map.of("agent.name", "{{address}} $1 \\", "address", "secret"));

        assertThat(filled.text()).isEqualTo("{{address}} $1 \\");
    }

    @Test
    void keepsAValueOnOneLine() {
        assertThat(filled("{{agent.name}}", Map.of("agent.name", "Ada\r\n-- \r\nEve"))
                        .text())
                .isEqualTo("Ada -- Eve");
    }

    private static Signature filled(String template, Map<String, String> values) {
        return Substitutions.filled(new Signature(template, template, Map.of()), values);
    }
}
