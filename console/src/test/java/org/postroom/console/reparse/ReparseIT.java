package org.postroom.console.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.runtime.message.StoredMessage;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored mails are read again where an operator asks for it, and what is read otherwise is told. */
class ReparseIT extends OpenConsole {

    private static final String MAIL =
            "From: =?UTF-8?Q?K=C3=A4the?= Kunde <kunde@example.test>\r\nSubject: Right\r\n\r\nText\r\n";

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Autowired
    private JdbcClient database;

    @Test
    void tellsWhatIsReadOtherwiseThanAtTheReceptionAndChangesNothingOfThat() {
        facts.arrives(facts.stored(MAIL.getBytes(StandardCharsets.UTF_8)), "Wrong");
        await().until(() -> mailsOnTheTimeline() == 1);

        int run = reparse();

        assertThat(differences(run))
                .containsExactly(
                        Map.of("fact", "attachments", "before", "rechnung.pdf", "after", ""),
                        Map.of("fact", "subject", "before", "Wrong", "after", "Right"));
        assertThat(database.sql("select subject from email where organisation_id = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("Wrong");
    }

    @Test
    void countsOriginalsThatCannotBeRead() throws Exception {
        StoredMessage stored = facts.stored(MAIL.getBytes(StandardCharsets.UTF_8));
        facts.arrives(stored, "Right");
        await().until(() -> mailsOnTheTimeline() == 1);
        Parts.openMessageStore().removeAll(organisation);

        int run = reparse();

        assertThat(database.sql("select mails_unreadable from reparse where id = ?")
                        .param(run)
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(differences(run)).isEmpty();
    }

    @Test
    void keepsNothingOfARemovedOrganisation() {
        facts.arrives(facts.stored(MAIL.getBytes(StandardCharsets.UTF_8)), "Wrong");
        await().until(() -> mailsOnTheTimeline() == 1);
        int run = reparse();
        assertThat(differences(run)).isNotEmpty();

        facts.publish(
                Topics.DOMAIN_EVENTS,
                OrganisationRemoved.newBuilder()
                        .setOrganisationId(organisation)
                        .setRemovedBy("operator")
                        .setOccurredAt(Facts.NOW)
                        .build());

        await().untilAsserted(() -> assertThat(differences(run)).isEmpty());
    }

    private int reparse() {
        int run = database.sql("select reparse_begin()").query(Integer.class).single();
        assertThat(database.sql("select reparse_begin()").query(Integer.class).single())
                .isBetween(run, run + 1);
        await().until(() -> database.sql("select count(*) from reparse where finished_at is null")
                        .query(Long.class)
                        .single()
                == 0);
        return database.sql("select max(id) from reparse").query(Integer.class).single();
    }

    private List<Map<String, Object>> differences(int run) {
        return database.sql("""
                        select fact, before, after from reparse_difference where reparse = ? and organisation_id = ? order by fact
                        """).params(run, organisation).query().listOfRows();
    }

    private long mailsOnTheTimeline() {
        return database.sql("select count(*) from timeline where organisation_id = ? and event = 'EmailReceived'")
                .param(organisation)
                .query(Long.class)
                .single();
    }
}
