package org.postroom.outbound.compose.store;

import java.io.IOException;
import java.io.InputStream;
import org.postroom.outbound.compose.MailArchive;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.message.MessageStore;
import org.springframework.stereotype.Component;

/** Reads and writes raw mails through the installation's message store. */
@Component
@InStage(Stage.COMPOSE)
class StoredMailArchive implements MailArchive {

    private final MessageStore store;

    StoredMailArchive(MessageStore store) {
        this.store = store;
    }

    @Override
    public InputStream open(OrganisationId organisationId, String key) throws IOException {
        return store.open(organisationId.value(), key);
    }

    @Override
    public StoredMail store(OrganisationId organisationId, RawMail mail) throws IOException {
        try (var draft = store.begin(organisationId.value())) {
            mail.writeTo(draft);
            var stored = draft.commit();
            return new StoredMail(stored.key(), stored.size(), stored.sha256());
        }
    }
}
