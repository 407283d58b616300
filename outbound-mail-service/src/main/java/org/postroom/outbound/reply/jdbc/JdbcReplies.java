package org.postroom.outbound.reply.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.Replies;
import org.postroom.outbound.reply.ReplyProgress;
import org.postroom.outbound.reply.ReplyState;
import org.postroom.outbound.reply.ReplyStatus;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each reply as one row with its newest news. */
@Repository
@InStage(Stage.COMPOSE)
class JdbcReplies implements Replies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    JdbcReplies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<RequestedReply> byIdempotencyKey(
            OrganisationId organisationId, AgentId agentId, String idempotencyKey) {
        return database.sql("""
                        select * from reply where organisation_id = :organisation and agent_id = :agent
                            and idempotency_key = :key
                        """)
                .param("organisation", organisationId.value())
                .param("agent", agentId.value())
                .param("key", idempotencyKey)
                .query((row, number) -> reply(row))
                .optional();
    }

    @Override
    public void add(RequestedReply reply, @Nullable String idempotencyKey) {
        database.sql("""
                        insert into reply (organisation_id, reply_id, interaction_id, agent_id, address_id, recipients,
                            subject, content_key, content_size, content_sha256, include_history, requested_at,
                            idempotency_key, state, changed_at)
                        values (:organisation, :reply, :interaction, :agent, :address, :recipients::jsonb, :subject,
                            :key, :size, :sha256, :history, :at, :idempotencyKey, 'REQUESTED', :at)
                        on conflict (organisation_id, reply_id) do nothing
                        """)
                .param("organisation", reply.organisationId().value())
                .param("reply", reply.replyId().value())
                .param("interaction", reply.interactionId().value())
                .param("agent", reply.agentId().value())
                .param("address", reply.addressId())
                .param(
                        "recipients",
                        JSON.writeValueAsString(
                                reply.recipients().stream().map(Row::of).toList()))
                .param("subject", reply.subject())
                .param("key", reply.content().key())
                .param("size", reply.content().size())
                .param("sha256", reply.content().sha256())
                .param("history", reply.includeHistory())
                .param("at", reply.requestedAt().atOffset(ZoneOffset.UTC))
                .param("idempotencyKey", idempotencyKey)
                .update();
    }

    @Override
    public void note(OrganisationId organisationId, ReplyId replyId, ReplyProgress progress) {
        Instant next = progress.nextAttemptAt();
        database.sql("""
                        update reply set state = :state, changed_at = :at, reason = :reason, attempts = :attempts,
                            next_attempt_at = :next, message_id = coalesce(:messageId, message_id),
                            bounced = array(select distinct unnest(bounced || :bounced::text[]) order by 1)
                        where organisation_id = :organisation and reply_id = :reply and changed_at <= :at
                            and (state <> 'BOUNCED' or :state = 'BOUNCED')
                        """)
                .param("state", progress.state().name())
                .param("at", progress.at().atOffset(ZoneOffset.UTC))
                .param("reason", progress.reason())
                .param("attempts", progress.attempts())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("messageId", progress.messageId())
                .param("bounced", progress.bounced().toArray(String[]::new))
                .param("organisation", organisationId.value())
                .param("reply", replyId.value())
                .update();
    }

    @Override
    public List<ReplyStatus> ofInteraction(
            OrganisationId organisationId, InteractionId interactionId, @Nullable String after, int limit) {
        return database.sql("""
                        select * from reply where organisation_id = :organisation and interaction_id = :interaction
                        and (:after::text is null or (requested_at, reply_id) > (select requested_at, reply_id from reply
                        where organisation_id = :organisation and interaction_id = :interaction and reply_id = :after))
                        order by requested_at, reply_id limit :limit
                        """)
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new ReplyStatus(reply(row), progress(row)))
                .list();
    }

    private static RequestedReply reply(ResultSet row) throws SQLException {
        boolean history = row.getBoolean("include_history");
        @Nullable Boolean includeHistory = row.wasNull() ? null : history;
        return new RequestedReply(
                new OrganisationId(row.getString("organisation_id")),
                new ReplyId(row.getString("reply_id")),
                new InteractionId(row.getString("interaction_id")),
                new AgentId(row.getString("agent_id")),
                row.getString("address_id"),
                List.of(JSON.readValue(row.getString("recipients"), Row[].class)).stream()
                        .map(Row::addressee)
                        .toList(),
                row.getString("subject"),
                new StoredMail(
                        row.getString("content_key"), row.getLong("content_size"), row.getString("content_sha256")),
                includeHistory,
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    private static ReplyProgress progress(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new ReplyProgress(
                ReplyState.valueOf(row.getString("state")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getString("message_id"),
                List.of((String[]) row.getArray("bounced").getArray()));
    }

    record Row(String address, @Nullable String name, Addressee.Kind kind) {

        static Row of(Addressee addressee) {
            return new Row(
                    addressee.mailbox().address().value(), addressee.mailbox().name(), addressee.kind());
        }

        Addressee addressee() {
            return new Addressee(new Mailbox(EmailAddress.of(address), name), kind);
        }
    }
}
