package org.postroom.outbound.conversation.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps interactions and mails as rows; each row belongs to one organisation, and late news of a removed one adds none. */
@Repository
@InStage(Stage.COMPOSE)
class JdbcConversations implements Conversations {

    private static final String INTERACTION =
            "select * from interaction where organisation_id = :organisation and interaction_id = :interaction";

    private final JdbcClient database;
    private final Organisations organisations;

    JdbcConversations(JdbcClient database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    @Override
    public Optional<Interaction> interaction(OrganisationId organisationId, InteractionId interactionId) {
        return find(INTERACTION, organisationId, interactionId);
    }

    @Override
    public Optional<Interaction> lockInteraction(OrganisationId organisationId, InteractionId interactionId) {
        return find(INTERACTION + " for update", organisationId, interactionId);
    }

    @Override
    public List<ConversationMail> mails(OrganisationId organisationId, String conversationId) {
        return database.sql("""
                        with root as (
                            select coalesce(max(into_conversation_id), :conversation) as id from conversation_merge
                            where organisation_id = :organisation and conversation_id = :conversation)
                        select mail.* from conversation_mail mail, root
                        where mail.organisation_id = :organisation and mail.raw_key is not null
                            and (mail.conversation_id = root.id or mail.conversation_id in (
                                select part.conversation_id from conversation_merge part
                                where part.organisation_id = :organisation and part.into_conversation_id = root.id))
                        order by mail.at, mail.mail_id
                        """)
                .param("organisation", organisationId.value())
                .param("conversation", conversationId)
                .query(JdbcConversations::mail)
                .list();
    }

    @Override
    public void queued(OrganisationId organisationId, Interaction interaction) {
        if (organisations.removed(organisationId)) {
            return;
        }
        database.sql("""
                        insert into interaction (organisation_id, interaction_id, conversation_id, address_id, queue_id,
                            customer_address, customer_name, subject, email_id)
                        values (:organisation, :interaction, :conversation, :address, :queue, :customer, :name, :subject, :email)
                        on conflict (organisation_id, interaction_id) do update set
                            conversation_id = excluded.conversation_id, address_id = excluded.address_id,
                            queue_id = excluded.queue_id,
                            customer_address = excluded.customer_address, customer_name = excluded.customer_name,
                            subject = excluded.subject, email_id = excluded.email_id, agent_id = null
                        """)
                .param("organisation", organisationId.value())
                .param("interaction", interaction.interactionId().value())
                .param("conversation", interaction.conversationId())
                .param("address", interaction.addressId())
                .param("queue", interaction.queueId())
                .param("customer", interaction.customerAddress())
                .param("name", interaction.customerName())
                .param("subject", interaction.subject())
                .param("email", interaction.emailId())
                .update();
    }

    @Override
    public void handled(OrganisationId organisationId, InteractionId interactionId, AgentId agentId, Instant since) {
        database.sql("""
                        update interaction set agent_id = :agent, handled_since = :since, reply_under_way = null
                        where organisation_id = :organisation and interaction_id = :interaction
                            and (agent_id is null or handled_since is null or handled_since < :since)
                        """)
                .param("agent", agentId.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .update();
    }

    @Override
    public void closed(OrganisationId organisationId, InteractionId interactionId) {
        database.sql("""
                        update interaction set agent_id = null
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .update();
    }

    @Override
    public void replyUnderWay(OrganisationId organisationId, InteractionId interactionId, ReplyId replyId) {
        database.sql("""
                        update interaction set reply_under_way = :reply
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("reply", replyId.value())
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .update();
    }

    @Override
    public void replyFailed(OrganisationId organisationId, InteractionId interactionId, ReplyId replyId) {
        database.sql("""
                        update interaction set reply_under_way = null
                        where organisation_id = :organisation and interaction_id = :interaction
                            and reply_under_way = :reply
                        """)
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .param("reply", replyId.value())
                .update();
    }

    @Override
    public void received(OrganisationId organisationId, ConversationMail mail) {
        write(organisationId, null, mail);
    }

    @Override
    public void placed(OrganisationId organisationId, String emailId, String conversationId) {
        if (organisations.removed(organisationId)) {
            return;
        }
        database.sql("""
                        insert into conversation_mail (organisation_id, mail_id, conversation_id)
                        values (:organisation, :mail, :conversation)
                        on conflict (organisation_id, mail_id) do update set conversation_id = excluded.conversation_id
                        """)
                .param("organisation", organisationId.value())
                .param("mail", emailId)
                .param("conversation", conversationId)
                .update();
    }

    @Override
    public void merged(OrganisationId organisationId, String conversationId, String into) {
        if (organisations.removed(organisationId)) {
            return;
        }
        database.sql("""
                        insert into conversation_merge (organisation_id, conversation_id, into_conversation_id)
                        values (:organisation, :conversation, :into)
                        on conflict (organisation_id, conversation_id) do update set
                            into_conversation_id = excluded.into_conversation_id
                        """)
                .param("organisation", organisationId.value())
                .param("conversation", conversationId)
                .param("into", into)
                .update();
    }

    @Override
    public void parted(OrganisationId organisationId, String conversationId) {
        database.sql("""
                        delete from conversation_merge
                        where organisation_id = :organisation and conversation_id = :conversation
                        """)
                .param("organisation", organisationId.value())
                .param("conversation", conversationId)
                .update();
    }

    @Override
    public void moved(OrganisationId organisationId, InteractionId interactionId, String conversationId) {
        database.sql("""
                        update interaction set conversation_id = :conversation
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("conversation", conversationId)
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .update();
    }

    @Override
    public void left(OrganisationId organisationId, String emailId, String conversationId) {
        database.sql("""
                        update interaction i set email_id = coalesce((
                            select mail.mail_id from conversation_mail mail
                            where mail.organisation_id = i.organisation_id and mail.conversation_id = i.conversation_id
                                and mail.from_customer and mail.mail_id <> :mail
                            order by mail.at desc limit 1), i.email_id)
                        where i.organisation_id = :organisation and i.conversation_id = :conversation and i.email_id = :mail
                        """)
                .param("mail", emailId)
                .param("organisation", organisationId.value())
                .param("conversation", conversationId)
                .update();
    }

    @Override
    public void composed(OrganisationId organisationId, String conversationId, ConversationMail reply) {
        write(organisationId, conversationId, reply);
    }

    private void write(OrganisationId organisationId, @Nullable String conversationId, ConversationMail mail) {
        if (organisations.removed(organisationId)) {
            return;
        }
        database.sql("""
                        insert into conversation_mail (organisation_id, mail_id, conversation_id, from_customer,
                            message_id, in_reply_to, reference_ids, author_address, author_name, at, raw_key)
                        values (:organisation, :mail, :conversation, :fromCustomer, :messageId, :inReplyTo, :references,
                            :address, :name, :at, :key)
                        on conflict (organisation_id, mail_id) do update set
                            conversation_id = coalesce(excluded.conversation_id, conversation_mail.conversation_id),
                            from_customer = excluded.from_customer, message_id = excluded.message_id,
                            in_reply_to = excluded.in_reply_to, reference_ids = excluded.reference_ids,
                            author_address = excluded.author_address, author_name = excluded.author_name,
                            at = excluded.at, raw_key = excluded.raw_key
                        """)
                .param("organisation", organisationId.value())
                .param("mail", mail.id())
                .param("conversation", conversationId)
                .param("fromCustomer", mail.fromCustomer())
                .param("messageId", mail.messageId())
                .param("inReplyTo", mail.inReplyTo().toArray(String[]::new))
                .param("references", mail.references().toArray(String[]::new))
                .param("address", mail.authorAddress())
                .param("name", mail.authorName())
                .param("at", mail.at().atOffset(ZoneOffset.UTC))
                .param("key", mail.key())
                .update();
    }

    private Optional<Interaction> find(String sql, OrganisationId organisationId, InteractionId interactionId) {
        return database.sql(sql)
                .param("organisation", organisationId.value())
                .param("interaction", interactionId.value())
                .query((row, number) -> new Interaction(
                        new InteractionId(row.getString("interaction_id")),
                        row.getString("conversation_id"),
                        row.getString("address_id"),
                        row.getString("queue_id"),
                        row.getString("customer_address"),
                        row.getString("customer_name"),
                        row.getString("subject"),
                        row.getString("email_id"),
                        agent(row.getString("agent_id")),
                        reply(row.getString("reply_under_way"))))
                .optional();
    }

    private static ConversationMail mail(ResultSet row, int number) throws SQLException {
        return new ConversationMail(
                row.getString("mail_id"),
                row.getBoolean("from_customer"),
                row.getString("message_id"),
                strings(row.getArray("in_reply_to")),
                strings(row.getArray("reference_ids")),
                row.getString("author_address"),
                row.getString("author_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("raw_key"));
    }

    private static @Nullable AgentId agent(@Nullable String id) {
        return id == null ? null : new AgentId(id);
    }

    private static @Nullable ReplyId reply(@Nullable String id) {
        return id == null ? null : new ReplyId(id);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
