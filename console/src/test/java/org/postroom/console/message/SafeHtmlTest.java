package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.mail.reading.MailPart;

class SafeHtmlTest {

    private static final Set<String> FORBIDDEN = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "video",
            "audio",
            "source",
            "template",
            "noscript",
            "portal",
            "dialog",
            "marquee");

    /** One attack a line; adding one adds a line. */
    static Stream<String> attacks() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/html-attacks/attacks.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leavesNothingActive(String attack) {
        String cleaned = SafeHtml.clean(attack, contentId -> "/picture", address -> "/remote");

        for (Element element : Jsoup.parseBodyFragment(cleaned).body().getAllElements()) {
            assertThat(FORBIDDEN).doesNotContain(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                assertThat(attribute
                                .getValue()
                                .replaceAll("[\\s\\p{Cntrl}]", "")
                                .toLowerCase(java.util.Locale.ROOT))
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("vbscript:")
                        .doesNotStartWith("data:")
                        .doesNotContain("url(", "expression(", "@import");
            }
        }
    }

    @Test
    void loadsNoPictureFromTheWeb() {
        String cleaned = SafeHtml.clean(
                "<img src='https://tracker.example/1.gif' alt='x'><img src='//tracker.example/2.gif'>"
                        + "<img srcset='https://tracker.example/3.gif 2x'><table background='https://tracker.example/4'>"
                        + "<td style=\"background-image:url('https://tracker.example/5')\">y</td></table>",
                contentId -> null,
                address -> null);

        assertThat(cleaned).doesNotContain("tracker.example").contains("y");
    }

    @Test
    void showsPicturesOfTheMailItself() {
        assertThat(SafeHtml.clean(
                        "<img src=\"cid:logo@x\" width=\"20\">",
                        contentId -> "/pictures/" + contentId.length(),
                        address -> null))
                .contains("src=\"/pictures/6\"")
                .contains("width=\"20\"");
    }

    @Test
    void keepsWhatPeopleWrite() {
        String cleaned = SafeHtml.clean(
                "<p style=\"color:#333;position:fixed\">Hello <b>you</b>, <a href=\"https://acme.test/?a=1&amp;b=2\">here</a></p>",
                contentId -> null,
                address -> null);

        assertThat(cleaned)
                .contains("<b>you</b>", "color:#333", "href=\"https://acme.test/?a&#61;1&amp;b&#61;2\"")
                .contains("noopener", "noreferrer")
                .doesNotContain("position");
    }

    @Test
    void showsPlainTextAsItIs() {
        assertThat(SafeHtml.ofText("1 < 2 & <script>alert(1)</script>\n- x"))
                .isEqualTo("<div class=\"plain\">1 &lt; 2 &amp; &lt;script&gt;alert(1)&lt;/script&gt;\n- x</div>");
    }

    @Test
    void takesOnlyPicturesThatBrowsersJustDrawForPictures() {
        assertThat(List.of("image/png", "image/jpeg", "image/gif", "image/webp"))
                .allMatch(MailPart::isPicture);
        assertThat(List.of("image/svg+xml", "text/html", "application/pdf")).noneMatch(MailPart::isPicture);
    }
}
