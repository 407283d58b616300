package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.local.mailbox.MailboxFaults;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sender that was killed leaves its attempts behind in the ledger; the others take care of them. */
@PostroomIT
class AbandonedAttemptIT {

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void triesAgainWhatWasNotHandedOver() throws Exception {
        Centre centre = Centre.ready(store);
        String replyId = deferredReply(centre);

        leaveBehind(replyId, "ATTEMPTING");

        replies.await(ReplySent.class, sent -> sent.getReplyId().equals(replyId));
        assertThat(Parts.mailbox().mailbox().to(centre.customer)).hasSize(1);
    }

    @Test
    void reportsUncertaintyAboutWhatMayHaveBeenHandedOver() throws Exception {
        Centre centre = Centre.ready(store);
        String replyId = deferredReply(centre);

        leaveBehind(replyId, "HANDING_OVER");

        replies.await(ReplyUncertain.class, uncertain -> uncertain.getReplyId().equals(replyId));
        assertThat(Parts.mailbox().mailbox().to(centre.customer)).isEmpty();
    }

    /** A reply whose customer's server does not take it for now, parked so that nothing else tries it. */
    private String deferredReply(Centre centre) throws Exception {
        Parts.mailbox()
                .faults()
                .add(new MailboxFaults.Fault(centre.customer, MailboxFaults.Kind.REFUSE, 451, "4.3.0 wait", 0));
        String replyId = new Desk(port)
                .reply(centre, centre.interactionHandledBy(Centre.AGENT), Map.of("text", "Please press the switch."));
        await("the reply to be parked")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql("""
                                        update delivery set due_at = now() + interval '1 day'
                                        where reply_id = :reply and state = 'DEFERRED'
                                        """).param("reply", replyId).update() == 1);
        Parts.mailbox().faults().clear();
        return replyId;
    }

    private void leaveBehind(String replyId, String state) {
        database.sql("update delivery set state = :state, sender = 'killed' where reply_id = :reply")
                .param("state", state)
                .param("reply", replyId)
                .update();
    }
}
