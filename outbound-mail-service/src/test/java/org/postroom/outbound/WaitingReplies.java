package org.postroom.outbound;

import static org.awaitility.Awaitility.await;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass for composed replies that wait to be sent, so that no test has to wait as long. */
final class WaitingReplies {

    private WaitingReplies() {}

    /** From now on a reply has waited for an hour, which is longer than for news and shorter than for a change. */
    static void waitedForAnHour(JdbcClient database, String replyId) {
        await("the reply to wait")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql("""
                                        update waiting_reply set since = now() - interval '1 hour', due_at = now()
                                        where stage = 'SEND' and reply_id = :reply
                                        """).param("reply", replyId).update() == 1);
    }
}
