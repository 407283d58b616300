package org.postroom.outbound.reply.store;

import java.io.IOException;
import java.io.InputStream;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.ContentStore;
import org.postroom.outbound.reply.ReplyContent;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores content as a JSON object with the members {@code text} and {@code html}. */
@Component
@InStage(Stage.COMPOSE)
class JsonContentStore implements ContentStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageStore store;

    JsonContentStore(MessageStore store) {
        this.store = store;
    }

    @Override
    public StoredMail store(OrganisationId organisationId, ReplyContent content) {
        try {
            var stored = store.store(organisationId.value(), JSON.writeValueAsBytes(content));
            return new StoredMail(stored.key(), stored.size(), stored.sha256());
        } catch (IOException unreachable) {
            throw new UnavailableException("expected the message store to take the reply, but it did not", unreachable);
        }
    }

    @Override
    public ReplyContent read(OrganisationId organisationId, String key) {
        try (InputStream input = store.open(organisationId.value(), key)) {
            return JSON.readValue(input, ReplyContent.class);
        } catch (IOException unreachable) {
            throw new UnavailableException(
                    "expected the message store to have the reply's content, but it did not give it", unreachable);
        }
    }
}
