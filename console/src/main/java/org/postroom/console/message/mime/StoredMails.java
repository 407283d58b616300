package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.MailContent;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads mails from the message store and parses them, each time anew: the original is the truth. */
@Component
public final class StoredMails {

    private final MessageStore store;
    private final JsonMapper json;

    StoredMails(MessageStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Reads a mail. */
    public MailContent mail(String organisationId, String key) {
        try (InputStream raw = store.open(organisationId, key)) {
            return MailParser.parse(raw);
        } catch (IOException broken) {
            throw new UnavailableException("expected the mail in the message store, but it cannot be read", broken);
        }
    }

    /** Reads what an agent wrote, before it was composed into a mail. */
    public MailContent draft(String organisationId, String key) {
        try (InputStream raw = store.open(organisationId, key)) {
            var written = json.readValue(raw.readAllBytes(), Draft.class);
            return new MailContent(Optional.ofNullable(written.text()), Optional.ofNullable(written.html()), List.of());
        } catch (IOException broken) {
            throw new UnavailableException("expected the reply in the message store, but it cannot be read", broken);
        }
    }

    /** The stored form of an agent's text. */
    record Draft(@Nullable String text, @Nullable String html) {}
}
