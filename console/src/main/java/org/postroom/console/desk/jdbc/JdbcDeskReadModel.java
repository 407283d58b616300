package org.postroom.console.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.ConversationEntry;
import org.postroom.console.desk.DeliveryState;
import org.postroom.console.desk.DeskReadModel;
import org.postroom.console.desk.DeskView;
import org.postroom.console.desk.InteractionState;
import org.postroom.console.desk.InteractionView;
import org.postroom.console.desk.SenderProof;
import org.postroom.console.desk.ServerAnswers;
import org.postroom.console.desk.ThreadClaim;
import org.postroom.console.desk.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDeskReadModel implements DeskReadModel {

    private static final String WORK = """
            select i.interaction_id, i.state, i.subject, coalesce(i.customer_name, i.customer_address) as customer,
                q.name as queue, i.waiting_since, i.changed_at, i.offer_expires_at, i.trouble, i.parked_until
            from interaction i
            left join queue q on q.organisation_id = i.organisation_id and q.queue_id = i.queue_id
            where i.organisation_id = :organisation and i.agent_id = :agent and i.state
            """;

    private static final String EMAILS = """
            select e.email_id, e.received_at, e.subject, e.from_name, e.from_address, e.attachments,
                e.sender_proof, e.sender_domain, e.kept_aside is not null as kept_aside,
                e.threading_rule, e.claimed_conversation_id, (select claimed.interaction_id from interaction claimed
                    where claimed.organisation_id = e.organisation_id
                        and claimed.conversation_id = e.claimed_conversation_id
                    order by claimed.changed_at desc limit 1) as claimed_interaction
            from interaction here
            left join conversation_merge up
                on up.organisation_id = here.organisation_id and up.conversation_id = here.conversation_id
            join email e on e.organisation_id = here.organisation_id and e.conversation_id in (
                select coalesce(up.into_conversation_id, here.conversation_id)
                union all select down.conversation_id from conversation_merge down
                where down.organisation_id = here.organisation_id
                    and down.into_conversation_id = coalesce(up.into_conversation_id, here.conversation_id))
            where here.organisation_id = :organisation and here.interaction_id = :interaction
                and e.received_at is not null
            """;

    private static final String REPLIES = """
            select r.reply_id, r.requested_at, r.subject, r.recipients, r.next_attempt_at,
                case when r.bounced is null then r.state else 'BOUNCED' end as state, coalesce(r.bounced, r.answer) as answer,
                coalesce(a.name, r.agent_id) as author
            from interaction here
            left join conversation_merge up
                on up.organisation_id = here.organisation_id and up.conversation_id = here.conversation_id
            join interaction i on i.organisation_id = here.organisation_id and i.conversation_id in (
                select coalesce(up.into_conversation_id, here.conversation_id)
                union all select down.conversation_id from conversation_merge down
                where down.organisation_id = here.organisation_id
                    and down.into_conversation_id = coalesce(up.into_conversation_id, here.conversation_id))
            join reply r on r.organisation_id = i.organisation_id and r.interaction_id = i.interaction_id
            left join agent a on a.organisation_id = r.organisation_id and a.agent_id = r.agent_id
            where here.organisation_id = :organisation and here.interaction_id = :interaction
                and r.requested_at is not null
            """;

    private static final String NOTES = """
            select n.note_id, n.noted_at, coalesce(a.name, n.agent_id) as author
            from interaction here
            join interaction i on i.organisation_id = here.organisation_id and i.conversation_id = here.conversation_id
            join note n on n.organisation_id = i.organisation_id and n.interaction_id = i.interaction_id
            left join agent a on a.organisation_id = n.organisation_id and a.agent_id = n.agent_id
            where here.organisation_id = :organisation and here.interaction_id = :interaction
            """;

    private static final String INTERACTION = """
            select i.*, q.name as queue, g.name as agent_name, a.address, a.history, a.multiple_actions,
                coalesce(a.from_name || ' <' || a.from_address || '>', a.from_address) as reply_from,
                coalesce(
                    (select e.email_id from email e where e.organisation_id = i.organisation_id
                        and e.interaction_id = i.interaction_id order by e.received_at desc nulls last limit 1),
                    (select e.email_id from email e where e.organisation_id = i.organisation_id
                        and e.conversation_id = i.conversation_id and e.kept_aside is null
                        order by e.received_at desc nulls last limit 1)) as newest_email
            from interaction i
            left join queue q on q.organisation_id = i.organisation_id and q.queue_id = i.queue_id
            left join address a on a.organisation_id = i.organisation_id and a.address_id = i.address_id
            left join agent g on g.organisation_id = i.organisation_id and g.agent_id = i.agent_id
            where i.organisation_id = :organisation and i.interaction_id = :interaction
            """;

    private static final String SUBJECT_CHANGED = "SUBJECT_CHANGED";

    private final JdbcClient database;

    JdbcDeskReadModel(JdbcClient database) {
        this.database = database;
    }

    @Override
    public DeskView desk(String organisationId, String agentId, Instant refusalsSince) {
        return new DeskView(
                presence(organisationId, agentId),
                work(organisationId, agentId, "= 'OFFERED' order by i.offer_expires_at"),
                work(organisationId, agentId, "in ('HANDLING', 'WRAPPING_UP', 'REPLYING') order by i.accepted_at"),
                work(organisationId, agentId, "= 'PARKED' order by i.parked_until"),
                work(organisationId, agentId, "= 'CLOSED' order by i.closed_at desc limit 10"),
                refusals(organisationId, agentId, refusalsSince));
    }

    @Override
    public Optional<InteractionView> interaction(String organisationId, String interactionId) {
        return database.sql(INTERACTION)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> interaction(row))
                .optional();
    }

    @Override
    public List<ConversationEntry> conversation(String organisationId, String interactionId) {
        List<ConversationEntry> entries = new ArrayList<>();
        entries.addAll(database.sql(EMAILS)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> mail(row))
                .list());
        entries.addAll(database.sql(REPLIES)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> reply(row))
                .list());
        entries.addAll(database.sql(NOTES)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> new ConversationEntry.InternalNote(
                        row.getString("note_id"), instant(row, "noted_at"), row.getString("author")))
                .list());
        entries.sort(Comparator.comparing(ConversationEntry::at));
        return entries;
    }

    @Override
    public List<DeskView.Refusal> refusals(String organisationId, String agentId, String interactionId, Instant since) {
        return database.sql("""
            select command_id, reason, refused_at from refused_command
            where organisation_id = ? and agent_id = ? and interaction_id = ? and refused_at > ?
            order by refused_at desc limit 1
            """)
                .params(organisationId, agentId, interactionId, since.atOffset(ZoneOffset.UTC))
                .query(JdbcDeskReadModel::refusal)
                .list();
    }

    private Optional<DeskView.Presence> presence(String organisationId, String agentId) {
        return database.sql("select status, since from agent_status where organisation_id = ? and agent_id = ?")
                .params(organisationId, agentId)
                .query((row, number) -> new DeskView.Presence(row.getString("status"), instant(row, "since")))
                .optional();
    }

    private List<WorkItem> work(String organisationId, String agentId, String statesAndOrder) {
        return database.sql(WORK + statesAndOrder)
                .param("organisation", organisationId)
                .param("agent", agentId)
                .query((row, number) -> workItem(row))
                .list();
    }

    private List<DeskView.Refusal> refusals(String organisationId, String agentId, Instant since) {
        return database.sql("""
            select command_id, reason, refused_at from refused_command
            where organisation_id = ? and agent_id = ? and refused_at > ?
            order by refused_at desc limit 3
            """)
                .params(organisationId, agentId, since.atOffset(ZoneOffset.UTC))
                .query(JdbcDeskReadModel::refusal)
                .list();
    }

    private static DeskView.Refusal refusal(ResultSet row, int number) throws SQLException {
        return new DeskView.Refusal(row.getString("command_id"), row.getString("reason"), instant(row, "refused_at"));
    }

    private static WorkItem workItem(ResultSet row) throws SQLException {
        return new WorkItem(
                row.getString("interaction_id"),
                state(row.getString("state")),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                Objects.requireNonNullElse(row.getString("customer"), "Unknown sender"),
                row.getString("queue"),
                optionalInstant(row, "waiting_since"),
                instant(row, "changed_at"),
                optionalInstant(row, "offer_expires_at"),
                row.getString("trouble"),
                optionalInstant(row, "parked_until"));
    }

    private static InteractionView interaction(ResultSet row) throws SQLException {
        return new InteractionView(
                row.getString("interaction_id"),
                row.getString("conversation_id"),
                state(row.getString("state")),
                row.getString("subject"),
                row.getString("customer_name"),
                row.getString("customer_address"),
                row.getString("address"),
                row.getString("reply_from"),
                row.getString("queue"),
                row.getString("agent_id"),
                row.getString("agent_name"),
                optionalInstant(row, "waiting_since"),
                optionalInstant(row, "accepted_at"),
                optionalInstant(row, "closed_at"),
                row.getObject("handle_time_micros", Long.class),
                row.getString("trouble"),
                Objects.requireNonNullElse(row.getString("history"), "ALWAYS"),
                row.getBoolean("multiple_actions"),
                row.getString("newest_email"));
    }

    private static ConversationEntry mail(ResultSet row) throws SQLException {
        String address = Objects.requireNonNullElse(row.getString("from_address"), "");
        @Nullable String proof = row.getString("sender_proof");
        return new ConversationEntry.CustomerMail(
                row.getString("email_id"),
                instant(row, "received_at"),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                Objects.requireNonNullElse(row.getString("from_name"), address),
                address,
                row.getInt("attachments"),
                proof == null ? null : SenderProof.valueOf(proof),
                Objects.requireNonNullElse(row.getString("sender_domain"), ""),
                row.getBoolean("kept_aside"),
                claim(row));
    }

    private static @Nullable ThreadClaim claim(ResultSet row) throws SQLException {
        return row.getString("claimed_conversation_id") == null
                ? null
                : new ThreadClaim(
                        SUBJECT_CHANGED.equals(row.getString("threading_rule")), row.getString("claimed_interaction"));
    }

    private static ConversationEntry reply(ResultSet row) throws SQLException {
        String recipients = Objects.requireNonNullElse(row.getString("recipients"), "");
        String answer = row.getString("answer");
        return new ConversationEntry.AgentReply(
                row.getString("reply_id"),
                instant(row, "requested_at"),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                Objects.requireNonNullElse(row.getString("author"), ""),
                recipients,
                DeliveryState.valueOf(row.getString("state")),
                answer == null ? null : ServerAnswers.shown(answer, recipients),
                optionalInstant(row, "next_attempt_at"));
    }

    private static InteractionState state(@Nullable String state) {
        return state == null ? InteractionState.ARRIVED : InteractionState.valueOf(state);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(optionalInstant(row, column), column);
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
