package org.postroom.console.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.ThreadView;
import org.postroom.console.desk.Threads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads conversations together with those that were merged into them. */
@Component
class JdbcThreads implements Threads {

    private static final String ROOT = """
            select coalesce(m.into_conversation_id, i.conversation_id)
            from interaction i
            left join conversation_merge m on m.organisation_id = i.organisation_id and m.conversation_id = i.conversation_id
            where i.organisation_id = :organisation and i.interaction_id = :interaction and i.conversation_id is not null
            """;

    private static final String MAILS = """
            select email_id, conversation_id, coalesce(from_name, from_address, '') as author, coalesce(subject, '') as subject,
                received_at, moved_from_conversation_id
            from email
            where organisation_id = :organisation and received_at is not null and kept_aside is null
                and (conversation_id = :root or conversation_id in (select m.conversation_id from conversation_merge m
                    where m.organisation_id = :organisation and m.into_conversation_id = :root))
            order by received_at, email_id
            """;

    private static final String MERGED = """
            select m.conversation_id, max(i.subject) as subject, min(i.waiting_since) as since
            from conversation_merge m
            left join interaction i on i.organisation_id = m.organisation_id and i.conversation_id = m.conversation_id
            where m.organisation_id = :organisation and m.into_conversation_id = :root
            group by m.conversation_id order by m.conversation_id
            """;

    private static final String OTHERS = """
            select i.conversation_id, max(i.subject) as subject, max(i.waiting_since) as since
            from interaction i
            where i.organisation_id = :organisation and i.customer_address = (select here.customer_address from interaction here
                    where here.organisation_id = :organisation and here.interaction_id = :interaction)
                and i.conversation_id <> :root
                and not exists (select 1 from conversation_merge m
                    where m.organisation_id = i.organisation_id and m.conversation_id = i.conversation_id)
            group by i.conversation_id order by since desc nulls last, i.conversation_id limit 20
            """;

    private final JdbcClient database;

    JdbcThreads(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<ThreadView> of(String organisationId, String interactionId) {
        return asked(ROOT, organisationId)
                .param("interaction", interactionId)
                .query(String.class)
                .optional()
                .map(root -> new ThreadView(
                        root,
                        asked(MAILS, organisationId)
                                .param("root", root)
                                .query((row, number) -> mail(row))
                                .list(),
                        asked(MERGED, organisationId)
                                .param("root", root)
                                .query((row, number) -> part(row))
                                .list(),
                        others(organisationId, interactionId, root)));
    }

    private List<ThreadView.Part> others(String organisationId, String interactionId, String root) {
        return asked(OTHERS, organisationId)
                .param("interaction", interactionId)
                .param("root", root)
                .query((row, number) -> part(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, String organisationId) {
        return database.sql(sql).param("organisation", organisationId);
    }

    private static ThreadView.Mail mail(ResultSet row) throws SQLException {
        return new ThreadView.Mail(
                row.getString("email_id"),
                row.getString("conversation_id"),
                row.getString("author"),
                row.getString("subject"),
                Objects.requireNonNull(instant(row, "received_at")),
                row.getString("moved_from_conversation_id"));
    }

    private static ThreadView.Part part(ResultSet row) throws SQLException {
        return new ThreadView.Part(
                row.getString("conversation_id"),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                instant(row, "since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
