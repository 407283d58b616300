package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.local.mailbox.DeliveredMail;
import org.postroom.mail.ThreadTokens;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.secret.DerivedKeys;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reply says of its conversation, and what the history of one is once agents have corrected it. */
@PostroomIT
class ConversationsIT {

    private static final Map<String, ?> ANSWER = Map.of("text", "Bitte den Schalter drücken.");

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DerivedKeys keys;

    @Autowired
    private Conversations conversations;

    @LocalServerPort
    private int port;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(port);
    }

    @Test
    void provesTheConversationInTheMessageIdAndInTheAddressForBounces() throws Exception {
        Centre centre = Centre.ready(store);
        centre.found(RecordPurpose.MAIL_FROM_MX, "bounce." + centre.domainName, RecordStatus.OK);
        centre.found(RecordPurpose.MAIL_FROM_SPF, "bounce." + centre.domainName, RecordStatus.OK);
        await("the news to arrive")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from sending_domain where domain_id = :domain and mail_from_mx and mail_from_spf")
                                .param("domain", centre.domainId)
                                .query(Integer.class)
                                .single()
                        == 1);
        String conversation = UUID.randomUUID().toString();
        String interaction = centre.interactionHandledBy(Centre.AGENT, conversation);
        var tokens = new ThreadTokens(keys.forPurpose(ThreadTokens.PURPOSE));
        String token = tokens.of(centre.organisationId, conversation).orElseThrow();

        String replyId = desk.reply(centre, interaction, ANSWER);

        DeliveredMail mail = mailTo(centre.customer);
        assertThat(mail.header("Message-ID")).hasValue("<" + replyId + "." + token + "@" + centre.domainName + ">");
        assertThat(mail.sender()).isEqualTo("help+" + token + "@bounce." + centre.domainName);
        assertThat(mail.header("From")).hasValue("Acme Support <help@" + centre.domainName + ">");
    }

    @Test
    void quotesTheHistoryOfMergedConversationsAsOne() throws Exception {
        Centre centre = Centre.ready(store);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        centre.interactionHandledBy(Centre.AGENT, first);
        String interaction = centre.interactionHandledBy(Centre.AGENT, second);
        centre.publish(
                Topics.INTERACTION_EVENTS,
                new ConversationsMerged(
                        centre.organisationId, "command", Centre.AGENT, second, first, List.of(), Centre.now()));
        var of = new OrganisationId(centre.organisationId);
        await("both mails to be one history")
                .atMost(Centre.PATIENCE)
                .until(() -> conversations.mails(of, second).size() == 2
                        && conversations.mails(of, first).size() == 2);

        centre.publish(
                Topics.INTERACTION_EVENTS,
                new ConversationsParted(
                        centre.organisationId, "command-2", Centre.AGENT, second, first, List.of(), Centre.now()));
        await("each to have its own again")
                .atMost(Centre.PATIENCE)
                .until(() -> conversations.mails(of, second).size() == 1);
        String moved = conversations.mails(of, second).getFirst().id();
        centre.publish(
                Topics.INTERACTION_EVENTS,
                new EmailMoved(
                        centre.organisationId,
                        "command-3",
                        Centre.AGENT,
                        moved,
                        second,
                        first,
                        interaction,
                        List.of(),
                        Centre.now()));
        await("the mail to be moved with its interaction")
                .atMost(Centre.PATIENCE)
                .until(() -> conversations.mails(of, first).size() == 2
                        && conversations
                                .interaction(of, new InteractionId(interaction))
                                .orElseThrow()
                                .conversationId()
                                .equals(first));
    }

    private static DeliveredMail mailTo(String address) {
        return await().atMost(Centre.PATIENCE)
                .until(() -> Parts.mailbox().mailbox().to(address), mails -> mails.size() == 1)
                .getFirst();
    }
}
