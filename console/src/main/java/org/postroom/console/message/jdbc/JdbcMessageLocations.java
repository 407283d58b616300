package org.postroom.console.message.jdbc;

import org.postroom.console.message.MessageLocation;
import org.postroom.console.message.MessageLocations;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the content of a message in the read models, within one organisation. */
@Component
class JdbcMessageLocations implements MessageLocations {

    private final JdbcClient database;

    JdbcMessageLocations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public MessageLocation find(String organisationId, String messageId) {
        return database.sql("""
                        select message_key as key, false as draft, coalesce(infected or kept_aside = 'VIRUS', false) as infected from email
                        where organisation_id = :organisation and email_id = :message and message_key is not null
                        union all
                        select coalesce(message_key, content_key), message_key is null, false from reply
                        where organisation_id = :organisation and reply_id = :message
                            and coalesce(message_key, content_key) is not null
                        union all
                        select content_key, true, false from note
                        where organisation_id = :organisation and note_id = :message
                        """)
                .param("organisation", organisationId)
                .param("message", messageId)
                .query(MessageLocation.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("message", messageId));
    }
}
