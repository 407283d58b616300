package org.postroom.console.message.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.PreparedMail;
import org.postroom.console.message.ReadFacts;
import org.postroom.console.message.RemotePictures;
import org.postroom.console.message.ShownBody;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.runtime.message.DerivedStore;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads each mail once, when somebody first looks at it, and keeps what came of it beside the original: what is known of it, its
 * text as a page, and, once one is wanted, its files and pictures. What is kept is named by the version of the reading, so that a
 * later one reads anew. The original stays the truth: what is missing or damaged is made again.
 */
@Component
public final class StoredMails {

    /** To be raised with every change after which some mail is shown otherwise, though it is read as before. */
    private static final int PAGE_VERSION = 1;

    /** So many mails are read at the same time: what reading and showing takes of the memory is bounded by it. */
    private static final int READ_AT_ONCE = 2;

    private final MessageStore store;
    private final KeptContent kept;
    private final DerivedStore derived;
    private final JsonMapper json;
    private final MailReader reader = new MailReader(ReadingLimits.TEXT);
    private final Lock[] reading =
            Stream.generate(ReentrantLock::new).limit(READ_AT_ONCE).toArray(Lock[]::new);

    StoredMails(MessageStore store, DerivedStore derived, JsonMapper json) {
        this.store = store;
        this.derived = derived;
        this.kept = new KeptContent(derived);
        this.json = json;
    }

    /** What is known of a mail. */
    public PreparedMail mail(String organisationId, String key) {
        try {
            Optional<PreparedMail> known = known(organisationId, key, MailReader.VERSION);
            return known.isPresent() ? known.get() : read(organisationId, key);
        } catch (IOException broken) {
            throw new UnavailableException("expected the mail in the message store, but it cannot be read", broken);
        }
    }

    /**
     * Reads a mail anew, whatever is known of it. What came of it is kept where something was kept before; what nobody has looked at
     * lately is made when somebody does.
     *
     * @throws IOException where the original cannot be read now
     */
    public Readings readAgain(String organisationId, String key) throws IOException {
        Lock lock = lock(key);
        lock.lock();
        try {
            Optional<ReadFacts> before = readBefore(organisationId, key);
            if (before.isPresent()) {
                return new Readings(
                        before,
                        make(organisationId, key, RemotePictures.notShown())
                                .mail()
                                .facts());
            }
            try (InputStream raw = store.open(organisationId, key)) {
                return new Readings(before, ReadFacts.of(reader.read(raw)));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Two readings of a mail.
     *
     * @param before what an earlier one has found, of this version or a former one; empty where that is not known any more
     * @param now what this one finds
     */
    public record Readings(Optional<ReadFacts> before, ReadFacts now) {}

    /**
     * A mail's text as HTML that can be looked at, without what stands around it. Addresses of pictures in it are relative: {@code
     * pictures/} with a part's number, {@code remote/} with the place among {@link PreparedMail#remotePictures}.
     *
     * @param withRemotePictures whether those on the web are to be shown
     */
    public InputStream page(String organisationId, String key, boolean withRemotePictures) {
        String name = pageName(key, withRemotePictures);
        try {
            Optional<InputStream> present = kept.open(organisationId, name);
            return present.isPresent() ? present.get() : makePage(organisationId, key, withRemotePictures);
        } catch (IOException broken) {
            throw new UnavailableException("expected the mail in the message store, but it cannot be read", broken);
        }
    }

    /**
     * Writes the content of a part of a mail as it comes out of the store, so that no attachment is in memory whole.
     *
     * @throws IOException where it cannot be read or written to its end
     */
    public void copyPart(String organisationId, String key, PreparedMail mail, MailContent.Part part, OutputStream to)
            throws IOException {
        String name = mail.nameOf(part);
        Optional<InputStream> present = kept.open(organisationId, name);
        if (present.isEmpty()) {
            keepParts(organisationId, key, mail);
            present = kept.open(organisationId, name);
        }
        if (present.isPresent()) {
            try (InputStream content = present.get()) {
                content.transferTo(to);
            }
        } else {
            try (InputStream raw = store.open(organisationId, key)) {
                reader.copyPart(raw, part.number(), to);
            }
        }
    }

    /**
     * Writes a mail as it was received.
     *
     * @throws IOException where it cannot be read or written to its end
     */
    public void copyOriginal(String organisationId, String key, OutputStream to) throws IOException {
        try (InputStream raw = store.open(organisationId, key)) {
            raw.transferTo(to);
        }
    }

    /** What an agent wrote, before it was composed into a mail, as HTML that can be looked at. */
    public InputStream draft(String organisationId, String key) {
        try (InputStream raw = store.open(organisationId, key)) {
            var written = json.readValue(raw.readAllBytes(), Draft.class);
            MailContent draft = MailContent.ofDraft(written.text(), written.html());
            return bytes(new ShownBody(draft, StoredMails::pictureAddress, RemotePictures.notShown()).html());
        } catch (IOException broken) {
            throw new UnavailableException("expected the reply in the message store, but it cannot be read", broken);
        }
    }

    private PreparedMail read(String organisationId, String key) throws IOException {
        Lock lock = lock(key);
        lock.lock();
        try {
            Optional<PreparedMail> known = known(organisationId, key, MailReader.VERSION);
            return known.isPresent()
                    ? known.get()
                    : make(organisationId, key, RemotePictures.notShown()).mail();
        } finally {
            lock.unlock();
        }
    }

    private InputStream makePage(String organisationId, String key, boolean withRemotePictures) throws IOException {
        Lock lock = lock(key);
        lock.lock();
        try {
            Optional<InputStream> present = kept.open(organisationId, pageName(key, withRemotePictures));
            if (present.isPresent()) {
                return present.get();
            }
            RemotePictures remote = withRemotePictures ? RemotePictures.shown() : RemotePictures.notShown();
            return bytes(make(organisationId, key, remote).page());
        } finally {
            lock.unlock();
        }
    }

    private Made make(String organisationId, String key, RemotePictures remote) throws IOException {
        var contents = new NamedContents(derived.naming(organisationId));
        ReadMail mail;
        try (InputStream raw = store.open(organisationId, key)) {
            mail = reader.read(raw, contents);
        }
        MailContent content = MailContent.of(mail);
        boolean shown = remote.isShown();
        String page = new ShownBody(content, StoredMails::pictureAddress, remote).html();
        var prepared = new PreparedMail(
                content.parts(), contents.namesOf(content.parts()), remote.addresses(), ReadFacts.of(mail));
        kept.keep(organisationId, pageName(key, shown), page);
        kept.keep(organisationId, indexName(key, MailReader.VERSION), json.writeValueAsString(prepared));
        return new Made(prepared, page);
    }

    private Optional<ReadFacts> readBefore(String organisationId, String key) throws IOException {
        for (int version = MailReader.VERSION; version > 0; version--) {
            Optional<PreparedMail> known = known(organisationId, key, version);
            if (known.isPresent()) {
                return known.map(PreparedMail::facts);
            }
        }
        return Optional.empty();
    }

    private Optional<PreparedMail> known(String organisationId, String key, int version) throws IOException {
        Optional<InputStream> present = kept.open(organisationId, indexName(key, version));
        if (present.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = present.get()) {
            return Optional.of(json.readValue(content, PreparedMail.class));
        } catch (JacksonException damagedOrOfAnotherForm) {
            return Optional.empty();
        }
    }

    private void keepParts(String organisationId, String key, PreparedMail mail) {
        Lock lock = lock(key);
        lock.lock();
        try (InputStream raw = store.open(organisationId, key);
                var keeping = new KeepingContents(derived, organisationId, mail)) {
            reader.read(raw, keeping);
        } catch (IOException failed) {
            KeptContent.notKept(organisationId, failed);
        } finally {
            lock.unlock();
        }
    }

    private Lock lock(String key) {
        return reading[Math.floorMod(key.hashCode(), READ_AT_ONCE)];
    }

    private static String pictureAddress(int number) {
        return "pictures/" + number;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String indexName(String key, int version) {
        return KeptContent.name("mail" + version, key);
    }

    private static String pageName(String key, boolean withRemotePictures) {
        String kind = withRemotePictures ? "pictured" : "page";
        return KeptContent.name(kind + MailReader.VERSION + "-" + PAGE_VERSION, key);
    }

    private record Made(PreparedMail mail, String page) {}

    /** The stored form of an agent's text. */
    record Draft(@Nullable String text, @Nullable String html) {}
}
