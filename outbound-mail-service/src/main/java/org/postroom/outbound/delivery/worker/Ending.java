package org.postroom.outbound.delivery.worker;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.Outcome;
import org.postroom.outbound.delivery.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The end of an attempt until it is in the ledger. What it brought is not lost because the database is away; and where
 * the database refuses the very words of a server, the outcome is recorded in words of our own.
 */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Delivery delivery;
    private Map<EmailAddress, Outcome> outcomes;
    private boolean inOwnWords;

    Ending(Delivery delivery, Map<EmailAddress, Outcome> outcomes) {
        this.delivery = delivery;
        this.outcomes = outcomes;
    }

    /** Tries to record it; false where that is to be tried again. */
    boolean recorded(Settlement settlement, Instant now) {
        try {
            settlement.settle(delivery, outcomes, now);
            LOG.atInfo()
                    .addKeyValue("organisationId", delivery.reply().organisationId())
                    .addKeyValue("interactionId", delivery.reply().interactionId())
                    .addKeyValue("replyId", delivery.reply().replyId())
                    .addKeyValue("attempt", delivery.attempt())
                    .log("An attempt to deliver ended");
            return true;
        } catch (DataIntegrityViolationException unstorable) {
            about().addKeyValue("sqlState", sqlState(unstorable))
                    .log("The database does not take what an attempt brought; it is recorded in other words");
            if (inOwnWords) {
                return false;
            }
            sayInOwnWords();
            return recorded(settlement, now);
        } catch (RuntimeException failed) {
            about().setCause(failed)
                    .log("The end of an attempt could not be recorded; that is tried again while this sender runs");
            return false;
        }
    }

    private void sayInOwnWords() {
        inOwnWords = true;
        Map<EmailAddress, Outcome> said = new LinkedHashMap<>();
        outcomes.forEach((recipient, outcome) -> said.put(recipient, outcome.inOwnWords(delivery.route())));
        outcomes = said;
    }

    private LoggingEventBuilder about() {
        return LOG.atError()
                .addKeyValue("organisationId", delivery.reply().organisationId())
                .addKeyValue("replyId", delivery.reply().replyId())
                .addKeyValue("attempt", delivery.attempt());
    }

    /** What the database says beyond its code quotes the row, with addresses and the server's words. */
    private static String sqlState(DataIntegrityViolationException unstorable) {
        return unstorable.getMostSpecificCause() instanceof SQLException refused
                ? String.valueOf(refused.getSQLState())
                : "none";
    }
}
