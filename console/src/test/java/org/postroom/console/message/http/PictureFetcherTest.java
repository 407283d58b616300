package org.postroom.console.message.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.console.message.PictureKind;
import org.postroom.console.message.TrackingServer;
import org.postroom.console.message.WebAddresses;

class PictureFetcherTest {

    private TrackingServer stranger;
    private PictureFetcher fetcher;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        stranger = TrackingServer.on("127.0.0.1");
        fetcher = new PictureFetcher(new WebAddresses(Set.of(InetAddress.ofLiteral("127.0.0.1"))));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        stranger.close();
    }

    @Test
    void tellsTheServerNothingButThatThePictureIsWanted() throws IOException {
        stranger.redirects("/logo?id=7", "/logo.gif");
        stranger.answers("/logo.gif", "image/gif", TrackingServer.gif());

        assertThat(fetch("/logo?id=7")).isTrue();
        assertThat(fetch("/logo?id=7")).isTrue();

        assertThat(picture.toByteArray()).startsWith(TrackingServer.gif());
        assertThat(stranger.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("User-Agent", "Mozilla/5.0 (mail pictures)")
                        .containsOnlyKeys("Accept", "Connection", "Host", "User-Agent"));
    }

    @Test
    void takesOnlyPicturesByWhatTheyAre() throws IOException {
        stranger.answers(
                "/page", "image/png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        stranger.answers(
                "/drawing.svg",
                "image/svg+xml",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".getBytes(StandardCharsets.UTF_8));
        stranger.answers("/empty", "image/png", new byte[0]);
        stranger.answers("/mislabelled", "text/html", TrackingServer.gif());

        assertThat(fetch("/page")).isFalse();
        assertThat(fetch("/drawing.svg")).isFalse();
        assertThat(fetch("/empty")).isFalse();
        assertThat(fetch("/absent")).isFalse();
        assertThat(picture.size()).isZero();
        assertThat(fetch("/mislabelled")).isTrue();
    }

    @Test
    void connectsToNoAddressOfTheOwnNetworkAtAnyStep() throws IOException {
        try (TrackingServer inside = TrackingServer.on("127.0.0.2")) {
            inside.answers("/logo.gif", "image/gif", TrackingServer.gif());
            stranger.redirects("/away", inside.url("/logo.gif"));

            for (String address : new String[] {
                inside.url("/logo.gif"),
                stranger.url("/away"),
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://2130706434/",
                "http://0x7f000002/",
                "http://localhost.:1/"
            }) {
                assertThatThrownBy(() -> fetcher.fetch(address, kind -> picture))
                        .as(address)
                        .isInstanceOf(IOException.class);
            }
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void asksNothingButTheWeb() throws IOException {
        stranger.redirects("/file", "file:///etc/passwd");
        stranger.redirects("/nowhere", "http://");

        assertThat(fetcher.fetch("ftp://example.test/logo.gif", kind -> picture))
                .isFalse();
        assertThat(fetcher.fetch("http://user:word@127.0.0.1/", kind -> picture))
                .isFalse();
        assertThat(fetch("/file")).isFalse();
        assertThat(fetch("/nowhere")).isFalse();
    }

    @Test
    void endsWithWhatIsTooLongOrGoesInCircles() throws IOException {
        byte[] large = Arrays.copyOf(TrackingServer.gif(), 5 * 1024 * 1024 + 1);
        stranger.answers("/large.gif", "image/gif", large);
        stranger.redirects("/circle", "/circle");

        assertThat(fetch("/large.gif")).isFalse();
        assertThat(fetch("/circle")).isFalse();
        assertThat(stranger.requests()).hasSize(1 + 4);
    }

    private boolean fetch(String path) throws IOException {
        return fetcher.fetch(stranger.url(path), (PictureKind kind) -> picture);
    }
}
