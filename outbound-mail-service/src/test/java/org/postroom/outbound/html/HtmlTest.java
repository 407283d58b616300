package org.postroom.outbound.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"https://evil.test\"></iframe>",
                "<form action=\"https://evil.test\"><input name=p></form>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<style>body{display:none}</style>",
                "<svg onload=alert(1)>"
            })
    void takesOutWhatCouldRun(String html) {
        assertThat(SafeHtml.ofOurs(html) + SafeHtml.ofQuotation(html))
                .doesNotContainIgnoringCase("script")
                .doesNotContainIgnoringCase("onerror")
                .doesNotContainIgnoringCase("onload")
                .doesNotContain("evil.test", "display:none");
    }

    @Test
    void keepsWhatPeopleWrite() {
        String html = "<p>Hello <b>you</b></p><ul><li>one</li></ul><a href=\"https://example.com\">there</a>";

        assertThat(SafeHtml.ofOurs(html)).contains("<p>Hello <b>you</b></p>", "<li>one</li>", "https://example.com");
    }

    @Test
    void showsImagesOfOursButFetchesNoneOfOthers() {
        String html = "<img src=\"https://example.com/logo.png\" alt=\"Logo\">";

        assertThat(SafeHtml.ofOurs(html)).contains("logo.png");
        assertThat(SafeHtml.ofQuotation(html)).doesNotContain("img", "logo.png");
    }

    @Test
    void turnsHtmlIntoReadableText() {
        String html = "<div>Hello,</div><p>first<br>second</p><ul><li>one</li><li>two</li></ul>"
                + "<p>See <a href=\"https://example.com/a\">this page</a>.</p>";

        assertThat(PlainText.ofHtml(html)).isEqualTo("""
                Hello,

                first
                second

                - one
                - two

                See this page (https://example.com/a).""");
    }

    @Test
    void showsTextInHtmlAsItStands() {
        assertThat(PlainText.toHtml("a < b & c\r\nd")).isEqualTo("a &lt; b &amp; c<br>d");
    }
}
