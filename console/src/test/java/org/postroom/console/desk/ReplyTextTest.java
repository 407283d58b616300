package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTextTest {

    @Test
    void makesPlainTextThatReadsLikeTheHtml() {
        ReplyText reply = ReplyText.of("<p>Hello <b>you</b>,</p><ul><li>one</li><li>two</li></ul>"
                + "<p>see <a href=\"https://acme.test/\">our page</a><br>Bye</p>");

        assertThat(reply.text()).isEqualTo("Hello you,\n\n- one\n- two\n\nsee our page <https://acme.test/>\nBye");
    }

    @Test
    void takesPlainTextFromABrowserWithoutScripts() {
        ReplyText reply = ReplyText.of("Hello,\nall & everyone");

        assertThat(reply.text()).isEqualTo("Hello,\nall & everyone");
        assertThat(reply.html()).isEqualTo("<div class=\"plain\">Hello,<br>all &amp; everyone</div>");
    }

    @Test
    void sendsNothingActive() {
        assertThat(ReplyText.of("<p onclick=\"x()\">Hi</p><script>x()</script>").html())
                .isEqualTo("<p>Hi</p>");
    }
}
