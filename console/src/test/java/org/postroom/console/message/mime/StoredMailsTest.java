package org.postroom.console.message.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.PreparedMail;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.DerivedStore;
import org.postroom.runtime.message.Draft;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.secret.SecretBox;
import tools.jackson.databind.json.JsonMapper;

class StoredMailsTest {

    private static final String ORGANISATION = "0199d7a0-0000-7000-8000-000000000001";
    private static final int PICTURES = 30;
    private static final byte[] LOGO = ("GIF89a" + "logo".repeat(5_000)).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private CountingStore store;
    private StoredMails mails;

    @BeforeEach
    void open() throws IOException {
        Clock clock = Clock.systemUTC();
        var box = SecretBox.of(Base64.getEncoder().encodeToString(new byte[32]));
        var encrypted = EncryptedMessageStore.in(folder, box, new TimeOrderedIds(clock), clock);
        DerivedStore derived = encrypted.derived(folder, new TimeOrderedIds(clock), clock);
        store = new CountingStore(encrypted);
        mails = new StoredMails(store, derived, JsonMapper.builder().build());
    }

    @Test
    void readsAMailWithThirtyPicturesOnceForItsPageAndOnceForThem() throws Exception {
        String key = storeNewsletter();

        assertThat(page(key)).contains("pictures/0\"", "pictures/29\"");
        PreparedMail mail = mails.mail(ORGANISATION, key);
        for (MailContent.Part part : mail.parts()) {
            assertThat(part(key, mail, part.number())).isEqualTo(LOGO);
        }

        assertThat(store.opened).hasValue(2);
        // The same logo thirty times lies once beside the original, the page and what is known of it.
        assertThat(derivedFiles()).hasSize(3);
    }

    @Test
    void readsAMailOnceForThreeViewsAtTheSameTime() throws Exception {
        String key = storeNewsletter();
        Callable<String> view = () -> page(key);

        try (var readers = Executors.newFixedThreadPool(3)) {
            List<Future<String>> views = readers.invokeAll(List.of(view, view, view));
            for (Future<String> each : views) {
                assertThat(each.get()).contains("pictures/29");
            }
        }

        assertThat(store.opened).hasValue(1);
    }

    @Test
    void makesAnewWhatIsMissingOrDamaged() throws Exception {
        String key = storeNewsletter();
        String shown = page(key);
        PreparedMail mail = mails.mail(ORGANISATION, key);
        part(key, mail, 0);

        for (Path file : derivedFiles()) {
            Files.delete(file);
        }

        assertThat(page(key)).isEqualTo(shown);
        assertThat(mails.mail(ORGANISATION, key)).isEqualTo(mail);
        assertThat(part(key, mail, 29)).isEqualTo(LOGO);
    }

    @Test
    void showsMailsWhereTheirPartsCannotBeKept() throws Exception {
        String key = storeNewsletter();
        Files.writeString(folder.resolve(ORGANISATION).resolve("derived"), "no folder");

        assertThat(page(key)).contains("pictures/29");
        PreparedMail mail = mails.mail(ORGANISATION, key);
        assertThat(part(key, mail, 29)).isEqualTo(LOGO);
    }

    @Test
    void saysWhatIsReadOtherwiseAndKeepsOnlyWhatWasLookedAt() throws Exception {
        String key = storeNewsletter();

        assertThat(mails.readAgain(ORGANISATION, key).before()).isEmpty();
        assertThat(derivedFiles()).isEmpty();

        page(key);
        StoredMails.Readings readings = mails.readAgain(ORGANISATION, key);
        assertThat(readings.before()).hasValue(readings.now());
        assertThat(readings.now().subject()).isEqualTo("News");
    }

    private String page(String key) throws IOException {
        try (InputStream page = mails.page(ORGANISATION, key, false)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] part(String key, PreparedMail mail, int number) throws IOException {
        var copy = new ByteArrayOutputStream();
        mails.copyPart(ORGANISATION, key, mail, mail.part(number).orElseThrow(), copy);
        return copy.toByteArray();
    }

    private List<Path> derivedFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getParent().endsWith("derived")).toList();
        }
    }

    private String storeNewsletter() throws IOException {
        var mail = new StringBuilder("""
                From: a@b.test
                Subject: News
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html

                """.replace("\n", "\r\n"));
        for (int number = 0; number < PICTURES; number++) {
            mail.append("<p>News <img src=\"cid:p").append(number).append("@b.test\"></p>\r\n");
        }
        for (int number = 0; number < PICTURES; number++) {
            mail.append("--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p")
                    .append(number)
                    .append("@b.test>\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(LOGO))
                    .append("\r\n");
        }
        return store.store(ORGANISATION, mail.append("--b--\r\n").toString().getBytes(StandardCharsets.US_ASCII))
                .key();
    }

    /** Counts how often an original is read. */
    private static final class CountingStore implements MessageStore {

        private final MessageStore store;
        private final AtomicInteger opened = new AtomicInteger();

        CountingStore(MessageStore store) {
            this.store = store;
        }

        @Override
        public Draft begin(String organisationId) throws IOException {
            return store.begin(organisationId);
        }

        @Override
        public InputStream open(String organisationId, String key) throws IOException {
            opened.incrementAndGet();
            return store.open(organisationId, key);
        }

        @Override
        public void removeAll(String organisationId) throws IOException {
            store.removeAll(organisationId);
        }
    }
}
