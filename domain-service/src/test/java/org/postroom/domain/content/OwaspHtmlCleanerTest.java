package org.postroom.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwaspHtmlCleanerTest {

    private final OwaspHtmlCleaner cleaner = new OwaspHtmlCleaner();

    @Test
    void keepsFormattingLinksAndImages() {
        String html = cleaner.clean("<p><b>Ada</b> of <a href=\"https://acme.test\">Acme</a></p>"
                + "<img src=\"https://acme.test/logo.png\" alt=\"Acme\" width=\"80\" />");

        assertThat(html)
                .contains("<b>Ada</b>")
                .contains("href=\"https://acme.test\"")
                .contains("src=\"https://acme.test/logo.png\"");
    }

    @Test
    void keepsPlaceholders() {
        assertThat(cleaner.clean("<p>Yours, {{agent.name}}</p>")).isEqualTo("<p>Yours, {{agent.name}}</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"https://evil.test\"></iframe>",
                "<form action=\"https://evil.test\"><input name=p></form>",
                "<svg onload=alert(1)></svg>",
                "<style>@import url(https://evil.test)</style>",
                "<p style=\"background:url(https://evil.test)\">x</p>",
                "<img src=\"data:text/html;base64,PHNjcmlwdD4=\">"
            })
    void takesOutWhatCouldAct(String html) {
        assertThat(cleaner.clean(html))
                .doesNotContainIgnoringCase("script")
                .doesNotContain("onerror")
                .doesNotContain("onload")
                .doesNotContain("evil.test")
                .doesNotContain("data:");
    }
}
