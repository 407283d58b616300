package org.postroom.console.reparse.jdbc;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.postroom.console.message.ReadFacts;
import org.postroom.console.message.mime.StoredMails;
import org.postroom.console.message.mime.StoredMails.Readings;
import org.postroom.console.reparse.ReceivedFacts;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads all stored mails again where somebody asks for it, a few at a time, in one replica: how far it has come is committed with what
 * was found, so that another one goes on where this one ends.
 */
final class ReparseWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(ReparseWork.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 20;
    private static final int LONGEST_VALUE = 1_000;
    private static final String RECEIVED = "topic = 'postroom.email-events' and event = 'EmailReceived'";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final StoredMails mails;
    private final JsonMapper json;

    private record Run(int id, int nextPartition, long nextOffset) {}

    private record Mail(int partition, long logOffset, String organisationId, String details) {}

    private enum Outcome {
        SAME,
        DIFFERENT,
        UNREADABLE
    }

    ReparseWork(JdbcClient database, TransactionTemplate transaction, StoredMails mails, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.mails = mails;
        this.json = json;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        forgetRemovedOrganisations();
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step()));
        }
        return LOOK_EVERY;
    }

    /** Reads the next few mails; false where there is nothing more to do, or another replica does it. */
    private boolean step() {
        Optional<Run> running = database.sql("""
                        select id, next_partition, next_offset from reparse where finished_at is null
                        for update skip locked
                        """).query(Run.class).optional();
        if (running.isEmpty()) {
            return false;
        }
        Run run = running.get();
        count(run);
        List<Mail> next = database.sql(
                        "select partition, log_offset, organisation_id, details::text as details from timeline where "
                                + RECEIVED
                                + " and (partition, log_offset) >= (:partition, :offset) order by partition, log_offset limit :most")
                .param("partition", run.nextPartition())
                .param("offset", run.nextOffset())
                .param("most", AT_A_TIME)
                .query((row, number) -> new Mail(
                        row.getInt("partition"),
                        row.getLong("log_offset"),
                        row.getString("organisation_id"),
                        row.getString("details")))
                .list();
        List<Outcome> outcomes = next.stream().map(mail -> readAgain(run, mail)).toList();
        note(run, next, outcomes);
        return !next.isEmpty();
    }

    private void count(Run run) {
        database.sql("update reparse set mails = (select count(*) from timeline where " + RECEIVED
                        + ") where id = :run and mails is null")
                .param("run", run.id())
                .update();
    }

    private Outcome readAgain(Run run, Mail mail) {
        ReceivedFacts received = ReceivedFacts.of(json.readTree(mail.details()));
        try {
            Readings readings = mails.readAgain(mail.organisationId(), received.key());
            ReadFacts before = received.comparableTo(readings.before().orElse(null), readings.now());
            Map<String, ReadFacts.Change> changes = before.changesTo(readings.now());
            changes.forEach((fact, change) -> keep(run, mail, received.emailId(), fact, change));
            return changes.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT;
        } catch (IOException unreadable) {
            LOG.atWarn()
                    .addKeyValue("organisationId", mail.organisationId())
                    .addKeyValue("emailId", received.emailId())
                    .setCause(unreadable)
                    .log("A stored mail could not be read again");
            return Outcome.UNREADABLE;
        }
    }

    private void keep(Run run, Mail mail, String emailId, String fact, ReadFacts.Change change) {
        database.sql("""
                        insert into reparse_difference (reparse, organisation_id, email_id, fact, before, after)
                        values (:run, :organisation, :email, :fact, left(:before, :most), left(:after, :most))
                        on conflict do nothing
                        """)
                .param("run", run.id())
                .param("organisation", mail.organisationId())
                .param("email", emailId)
                .param("fact", fact)
                .param("before", change.before())
                .param("after", change.after())
                .param("most", LONGEST_VALUE)
                .update();
    }

    private void note(Run run, List<Mail> read, List<Outcome> outcomes) {
        database.sql("""
                        update reparse set next_partition = :partition, next_offset = :offset,
                            mails_read = mails_read + :read, mails_different = mails_different + :different,
                            mails_unreadable = mails_unreadable + :unreadable,
                            finished_at = case when :read = 0 then now() end
                        where id = :run
                        """)
                .param("run", run.id())
                .param(
                        "partition",
                        read.isEmpty() ? run.nextPartition() : read.getLast().partition())
                .param(
                        "offset",
                        read.isEmpty() ? run.nextOffset() : read.getLast().logOffset() + 1)
                .param("read", read.size())
                .param("different", of(outcomes, Outcome.DIFFERENT))
                .param("unreadable", of(outcomes, Outcome.UNREADABLE))
                .update();
    }

    private static long of(List<Outcome> outcomes, Outcome wanted) {
        return outcomes.stream().filter(wanted::equals).count();
    }

    /** Of a removed organisation nothing is kept, here neither. */
    private void forgetRemovedOrganisations() {
        database.sql("""
                        delete from reparse_difference where organisation_id in
                            (select organisation_id from organisation where state = 'REMOVED')
                        """).update();
    }
}
