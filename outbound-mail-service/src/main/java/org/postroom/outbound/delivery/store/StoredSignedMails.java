package org.postroom.outbound.delivery.store;

import java.io.IOException;
import java.io.InputStream;
import org.postroom.outbound.delivery.SignedMails;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.message.MessageStore;
import org.springframework.stereotype.Component;

/** Reads and writes mails through the installation's message store. */
@Component
@InStage(Stage.SEND)
class StoredSignedMails implements SignedMails {

    private final MessageStore store;

    StoredSignedMails(MessageStore store) {
        this.store = store;
    }

    @Override
    public RawMail read(OrganisationId organisationId, String key) throws IOException {
        try (InputStream input = store.open(organisationId.value(), key)) {
            return new RawMail(input.readAllBytes());
        }
    }

    @Override
    public String store(OrganisationId organisationId, RawMail mail) throws IOException {
        try (var draft = store.begin(organisationId.value())) {
            mail.writeTo(draft);
            return draft.commit().key();
        }
    }
}
