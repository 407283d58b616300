package org.postroom.outbound.waiting.worker;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.postroom.outbound.waiting.Ticket;
import org.postroom.outbound.waiting.WaitingLine;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives waiting replies their turns, each in a transaction of its own. Replicas do not wait for each other. */
public final class WaitingTurns implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingTurns.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 100;

    private final WaitingLine<?> line;
    private final TransactionTemplate transactions;

    /** Takes the line to look after. */
    public WaitingTurns(WaitingLine<?> line, TransactionTemplate transactions) {
        this.line = line;
        this.transactions = transactions;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        List<Ticket> due = line.due(BATCH);
        for (Ticket ticket : due) {
            if (goesOn.getAsBoolean()) {
                turn(ticket);
            }
        }
        return due.size() == BATCH ? Duration.ZERO : PAUSE;
    }

    private void turn(Ticket ticket) {
        try {
            transactions.executeWithoutResult(status -> line.turn(ticket));
        } catch (RuntimeException broke) {
            LOG.atWarn()
                    .addKeyValue("organisationId", ticket.organisationId())
                    .addKeyValue("interactionId", ticket.interactionId())
                    .addKeyValue("replyId", ticket.replyId())
                    .setCause(broke)
                    .log("A waiting reply could not be taken further and will be tried again");
            transactions.executeWithoutResult(status -> line.broke(ticket));
        }
    }
}
