package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.local.mailbox.MailboxFaults.Fault;
import org.postroom.local.mailbox.MailboxFaults.Kind;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a server answers, and whatever becomes of the database: a reply ends in a state, with its reason. */
@PostroomIT
class UnstorableAnswerIT {

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @AfterEach
    void restore() {
        Parts.mailbox().faults().clear();
        database.sql("alter table delivery_recipient drop constraint if exists picky")
                .update();
        database.sql("drop trigger if exists away on delivery_recipient").update();
    }

    @Test
    void recordsARefusalWithANul() throws Exception {
        Centre centre = Centre.ready(store);
        fault(centre, Kind.REFUSE_DATA, 550, "5.1.1 no\0body here");

        String replyId = reply(centre);

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getReason()).isEqualTo("550 5.1.1 no\uFFFDbody here");
    }

    @Test
    void recordsAnAcceptanceWithANul() throws Exception {
        Centre centre = Centre.ready(store);
        fault(centre, Kind.REFUSE_DATA, 250, "2.0.0 queued as \0");

        String replyId = reply(centre);

        ReplySent sent =
                replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        assertThat(sent.getDeliveries().getFirst().getAnswer()).isEqualTo("250 2.0.0 queued as \uFFFD");
    }

    @Test
    void recordsInOwnWordsWhatTheDatabaseDoesNotTake() throws Exception {
        Centre centre = Centre.ready(store);
        database.sql("alter table delivery_recipient add constraint picky check (answer not like '%pink elephants%')")
                .update();
        fault(centre, Kind.REFUSE_DATA, 550, "5.7.1 only pink elephants");

        String replyId = reply(centre);

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getReason()).isEqualTo("the server refused it, in words that could not be recorded");
    }

    @Test
    void recordsTheOutcomeOnceTheDatabaseIsBack() throws Exception {
        Centre centre = Centre.ready(store);
        database.sql("""
                        create or replace function away() returns trigger language plpgsql as
                        $$ begin raise exception 'the database is shutting down' using errcode = '57P03'; end $$
                        """).update();
        database.sql("create trigger away before update on delivery_recipient execute function away()")
                .update();

        String replyId = reply(centre);
        await("the mail to be handed over")
                .atMost(Centre.PATIENCE)
                .until(() -> !Parts.mailbox().mailbox().to(centre.customer).isEmpty());
        database.sql("drop trigger away on delivery_recipient").update();

        replies.await(ReplySent.class, sent -> sent.getReplyId().equals(replyId));
        assertThat(Parts.mailbox().mailbox().to(centre.customer)).hasSize(1);
    }

    private static void fault(Centre centre, Kind kind, int code, String text) {
        Parts.mailbox().faults().add(new Fault(centre.customer, kind, code, text, 0));
    }

    private String reply(Centre centre) throws Exception {
        return new Desk(port)
                .reply(centre, centre.interactionHandledBy(Centre.AGENT), Map.of("text", "Please press the switch."));
    }
}
