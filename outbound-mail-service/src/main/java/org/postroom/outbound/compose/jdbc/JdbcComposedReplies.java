package org.postroom.outbound.compose.jdbc;

import org.postroom.outbound.compose.ComposedReplies;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers each composed reply as a row. */
@Repository
@InStage(Stage.COMPOSE)
class JdbcComposedReplies implements ComposedReplies {

    private final JdbcClient database;

    JdbcComposedReplies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean claim(OrganisationId organisationId, ReplyId replyId) {
        return database.sql("""
                        insert into composed_reply (organisation_id, reply_id) values (:organisation, :reply)
                        on conflict do nothing
                        """)
                        .param("organisation", organisationId.value())
                        .param("reply", replyId.value())
                        .update()
                == 1;
    }
}
