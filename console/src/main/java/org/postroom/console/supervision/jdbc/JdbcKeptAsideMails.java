package org.postroom.console.supervision.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postroom.console.supervision.KeptAsideMail;
import org.postroom.console.supervision.KeptAsideMails;
import org.postroom.console.supervision.KeptAsideReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcKeptAsideMails implements KeptAsideMails {

    private static final String MAILS = """
            select email_id, received_at, from_address, from_name, subject, attachments, kept_aside, (
                select details ->> 'explanation' from timeline
                where organisation_id = email.organisation_id and email_id = email.email_id and event = 'FlowRan'
                order by occurred_at desc limit 1) as explanation
            from email where organisation_id = :organisation and kept_aside is not null and received_at is not null
            """;

    private final JdbcClient database;

    JdbcKeptAsideMails(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<KeptAsideMail> newest(String organisationId, String before, int limit) {
        return database.sql(MAILS + """
                         and (:before = '' or (kept_aside_at, email_id) < (select kept_aside_at, email_id from email
                            where organisation_id = :organisation and email_id = :before))
                        order by kept_aside_at desc, email_id desc limit :limit
                        """)
                .param("organisation", organisationId)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> mail(row))
                .list();
    }

    @Override
    public Optional<KeptAsideMail> find(String organisationId, String emailId) {
        return database.sql(MAILS + " and email_id = :email")
                .param("organisation", organisationId)
                .param("email", emailId)
                .query((row, number) -> mail(row))
                .optional();
    }

    private static KeptAsideMail mail(ResultSet row) throws SQLException {
        String address = Objects.requireNonNullElse(row.getString("from_address"), "");
        return new KeptAsideMail(
                row.getString("email_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNullElse(row.getString("from_name"), address),
                address,
                Objects.requireNonNullElse(row.getString("subject"), ""),
                row.getInt("attachments"),
                KeptAsideReason.of(row.getString("kept_aside")),
                row.getString("explanation"));
    }
}
