package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.MailContent;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads mails from the message store, each time anew: the original is the truth. */
@Component
public final class StoredMails {

    private final MessageStore store;
    private final JsonMapper json;
    private final MailReader reader = new MailReader(ReadingLimits.TEXT);

    StoredMails(MessageStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Reads a mail. */
    public MailContent mail(String organisationId, String key) {
        try (InputStream raw = store.open(organisationId, key)) {
            return MailContent.of(reader.read(raw));
        } catch (IOException broken) {
            throw new UnavailableException("expected the mail in the message store, but it cannot be read", broken);
        }
    }

    /**
     * Writes the content of a part of a mail as it comes out of the store, so that no attachment is in memory whole.
     *
     * @param number the part's number
     * @throws IOException where it cannot be read or written to its end
     */
    public void copyPart(String organisationId, String key, int number, OutputStream to) throws IOException {
        try (InputStream raw = store.open(organisationId, key)) {
            reader.copyPart(raw, number, to);
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

    /** Reads what an agent wrote, before it was composed into a mail. */
    public MailContent draft(String organisationId, String key) {
        try (InputStream raw = store.open(organisationId, key)) {
            var written = json.readValue(raw.readAllBytes(), Draft.class);
            return MailContent.ofDraft(written.text(), written.html());
        } catch (IOException broken) {
            throw new UnavailableException("expected the reply in the message store, but it cannot be read", broken);
        }
    }

    /** The stored form of an agent's text. */
    record Draft(@Nullable String text, @Nullable String html) {}
}
