package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;

class RemotePicturesTest {

    private static final String MAIL = """
            From: a@b.test
            Content-Type: text/html

            <p>News</p><img src="https://track.test/1?id=7&amp;x=1"><img src="//track.test/2.png"><img src="javascript:1">
            <img src="https://track.test/1?id=7&amp;x=1"><img src="data:image/png;base64,AA"><img src="file:///etc/passwd">
            <div class="gmail_quote">Earlier <img src="HTTP://track.test/a b.gif"></div>
            """;

    @Test
    void areFoundAndNotLoadedWhereNobodyAsks() throws IOException {
        RemotePictures remote = RemotePictures.notShown();

        String page = shown(remote);

        assertThat(page).contains("News").doesNotContain("track.test", "remote/", "src=");
        assertThat(remote.addresses())
                .containsExactly(
                        "https://track.test/1?id=7&x=1", "https://track.test/2.png", "HTTP://track.test/a%20b.gif");
    }

    @Test
    void areNamedByTheirPlacesWhereSomebodyAsks() throws IOException {
        RemotePictures remote = RemotePictures.shown();

        String page = shown(remote);

        assertThat(page)
                .contains("src=\"remote/0\"", "src=\"remote/1\"", "src=\"remote/2\"")
                .doesNotContain("track.test", "javascript", "data:", "file:");
        assertThat(remote.addresses()).hasSize(3);
    }

    private static String shown(RemotePictures remote) throws IOException {
        MailContent mail = MailContent.of(new MailReader(ReadingLimits.TEXT)
                .read(new ByteArrayInputStream(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        return new ShownBody(mail, number -> "pictures/" + number, remote).html();
    }
}
