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
    public Optional<Interaction> interaction(String organisationId, String interactionId) {
        return find(INTERACTION, organisationId, interactionId);
    }

    @Override
    public Optional<Interaction> lockInteraction(String organisationId, String interactionId) {
        return find(INTERACTION + " for update", organisationId, interactionId);
    }

    @Override
    public List<ConversationMail> mails(String organisationId, String conversationId) {
        return database.sql("""
                        select * from conversation_mail
                        where organisation_id = :organisation and conversation_id = :conversation and raw_key is not null
                        order by at, mail_id
                        """)
                .param("organisation", organisationId)
                .param("conversation", conversationId)
                .query(JdbcConversations::mail)
                .list();
    }

    @Override
    public void queued(String organisationId, Interaction interaction) {
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
                .param("organisation", organisationId)
                .param("interaction", interaction.interactionId())
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
    public void handled(String organisationId, String interactionId, String agentId, Instant since) {
        database.sql("""
                        update interaction set agent_id = :agent, handled_since = :since, reply_under_way = null
                        where organisation_id = :organisation and interaction_id = :interaction
                            and (agent_id is null or handled_since is null or handled_since < :since)
                        """)
                .param("agent", agentId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .update();
    }

    @Override
    public void closed(String organisationId, String interactionId) {
        database.sql("""
                        update interaction set agent_id = null
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .update();
    }

    @Override
    public void replyUnderWay(String organisationId, String interactionId, String replyId) {
        database.sql("""
                        update interaction set reply_under_way = :reply
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("reply", replyId)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .update();
    }

    @Override
    public void replyFailed(String organisationId, String interactionId, String replyId) {
        database.sql("""
                        update interaction set reply_under_way = null
                        where organisation_id = :organisation and interaction_id = :interaction
                            and reply_under_way = :reply
                        """)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .param("reply", replyId)
                .update();
    }

    @Override
    public void received(String organisationId, ConversationMail mail) {
        write(organisationId, null, mail);
    }

    @Override
    public void placed(String organisationId, String emailId, String conversationId) {
        if (organisations.removed(organisationId)) {
            return;
        }
        database.sql("""
                        insert into conversation_mail (organisation_id, mail_id, conversation_id)
                        values (:organisation, :mail, :conversation)
                        on conflict (organisation_id, mail_id) do update set conversation_id = excluded.conversation_id
                        """)
                .param("organisation", organisationId)
                .param("mail", emailId)
                .param("conversation", conversationId)
                .update();
    }

    @Override
    public void composed(String organisationId, String conversationId, ConversationMail reply) {
        write(organisationId, conversationId, reply);
    }

    private void write(String organisationId, @Nullable String conversationId, ConversationMail mail) {
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
                .param("organisation", organisationId)
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

    private Optional<Interaction> find(String sql, String organisationId, String interactionId) {
        return database.sql(sql)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> new Interaction(
                        row.getString("interaction_id"),
                        row.getString("conversation_id"),
                        row.getString("address_id"),
                        row.getString("queue_id"),
                        row.getString("customer_address"),
                        row.getString("customer_name"),
                        row.getString("subject"),
                        row.getString("email_id"),
                        row.getString("agent_id"),
                        row.getString("reply_under_way")))
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

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
