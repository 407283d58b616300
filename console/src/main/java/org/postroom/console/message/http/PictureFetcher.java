package org.postroom.console.message.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.PictureKind;

/**
 * Fetches pictures from servers that strangers name, and tells these nothing: no cookie, no referrer, no name of a browser, and
 * nothing of who asks. It connects to no address of the installation's own network, at each step of a redirection, and takes no
 * more than so much, in no more than so long, and nothing but pictures.
 */
final class PictureFetcher implements AutoCloseable {

    private static final long MOST_BYTES = 5 * 1024 * 1024L;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Timeout STEP = Timeout.ofSeconds(4);
    private static final int MOST_REDIRECTIONS = 3;
    private static final int AT_ONCE = 16;
    private static final int AT_ONCE_OF_A_SERVER = 6;
    private static final int PIECE = 16 * 1024;

    /** The same for everybody, and for every release. */
    private static final String USER_AGENT = "Mozilla/5.0 (mail pictures)";

    private final CloseableHttpClient client;
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("picture-patience").daemon().factory());

    /** Takes a picture's bytes. */
    @FunctionalInterface
    interface Target {

        /** A picture comes. */
        OutputStream begin(PictureKind kind) throws IOException;
    }

    /** @param allowed says of each address whether it may be connected to */
    PictureFetcher(Predicate<InetAddress> allowed) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(allowed))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(STEP)
                        .setSocketTimeout(STEP)
                        .build())
                .setMaxConnTotal(AT_ONCE)
                .setMaxConnPerRoute(AT_ONCE_OF_A_SERVER)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(STEP)
                        .setResponseTimeout(STEP)
                        .build())
                .setUserAgent(USER_AGENT)
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /**
     * Fetches a picture.
     *
     * @param address where it is, from a mail
     * @return false where there is no picture that may be shown, and nothing was begun
     * @throws IOException where it cannot be fetched, or not to its end
     */
    boolean fetch(String address, Target target) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        @Nullable URI next = readable(address);
        for (int step = 0; step <= MOST_REDIRECTIONS && next != null; step++) {
            Answer answer = ask(next, end, target);
            if (answer.redirection().isEmpty()) {
                return answer.given();
            }
            next = redirected(next, answer.redirection());
        }
        return false;
    }

    private record Answer(boolean given, String redirection) {}

    private Answer ask(URI address, long end, Target target) throws IOException {
        var request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, "image/png,image/jpeg,image/gif,image/webp");
        // Ends a server that gives a byte now and then, which no timeout of a single step does.
        var limit = patience.schedule(request::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> answer(response, target));
        } catch (IllegalStateException | IllegalArgumentException unfit) {
            throw new IOException("expected an address that can be asked, but it cannot", unfit);
        } finally {
            limit.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response, Target target) throws IOException {
        int status = response.getCode();
        if (status >= HttpStatus.SC_REDIRECTION && status < HttpStatus.SC_CLIENT_ERROR) {
            @Nullable Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            return new Answer(false, location == null ? "" : location.getValue());
        }
        @Nullable HttpEntity entity = response.getEntity();
        if (status != HttpStatus.SC_OK || entity == null || entity.getContentLength() > MOST_BYTES) {
            return nothing(response);
        }
        InputStream content = entity.getContent();
        byte[] beginning = content.readNBytes(PictureKind.BYTES);
        Optional<PictureKind> kind = PictureKind.of(beginning);
        if (kind.isEmpty()) {
            return nothing(response);
        }
        OutputStream to = target.begin(kind.get());
        to.write(beginning);
        copy(content, MOST_BYTES - beginning.length, to);
        return new Answer(true, "");
    }

    /** What is not wanted is not read either. */
    private static Answer nothing(ClassicHttpResponse response) throws IOException {
        response.close();
        return new Answer(false, "");
    }

    private static void copy(InputStream content, long most, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = most;
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            left -= count;
            if (left < 0) {
                throw new IOException("expected a picture of at most " + MOST_BYTES + " bytes, but it has more");
            }
            to.write(piece, 0, count);
        }
    }

    private static @Nullable URI redirected(URI from, String location) {
        try {
            return readable(from.resolve(location.strip()).toString());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable URI readable(String address) {
        try {
            URI read = URI.create(address);
            String scheme = String.valueOf(read.getScheme()).toLowerCase(Locale.ROOT);
            boolean ofTheWeb = scheme.equals("https") || scheme.equals("http");
            return ofTheWeb && read.getHost() != null && read.getRawUserInfo() == null ? read : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        patience.shutdownNow();
        client.close();
    }
}
