package org.postroom.routing.desk.http;

import java.io.IOException;
import java.util.Map;
import org.postroom.events.common.MessageReference;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what agents note off the log, in the form in which replies are kept before they are mails. */
@Component
class NoteStore {

    /** The most characters of a note. */
    static final int LONGEST = 4000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageStore store;

    NoteStore(MessageStore store) {
        this.store = store;
    }

    /**
     * Stores a note; it is durable once this returns.
     *
     * @param field the field that it came in, for a refusal
     * @param text plain text, 1 to {@value #LONGEST} characters
     */
    MessageReference store(String organisationId, String field, String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new InvalidFieldException(
                    field, "expected 1 to " + LONGEST + " characters, but got " + words.length());
        }
        try {
            var html = HtmlUtils.htmlEscape(words).replace("\n", "<br>");
            var stored = store.store(organisationId, JSON.writeValueAsBytes(Map.of("text", words, "html", html)));
            return new MessageReference(stored.key(), stored.size(), stored.sha256());
        } catch (IOException unreachable) {
            throw new UnavailableException("The note cannot be kept now; please try again.", unreachable);
        }
    }
}
