package org.postroom.inbound.directory.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.directory.MailRules;
import org.postroom.schemas.catalogue.EntityKey;

class DirectoryViewTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final EntityKey ORGANISATION = EntityKey.ofOrganisation("acme");
    private static final EntityKey DOMAIN = EntityKey.ofDomain("acme", "d1");
    private static final EntityKey HELP = new EntityKey("acme", EntityKey.ADDRESS, "help-id");

    private final DirectoryView view = new DirectoryView();
    private final DirectoryView.Known known = view.empty();

    @BeforeEach
    void helpReceives() {
        receives(NOW);
        help();
        assertThat(find("help")).isEqualTo(new DirectoryAnswer.Receives("acme", "help-id"));
    }

    @Test
    void holdsMailBackWhileAnOrganisationIsNotActiveOrItsStandingCannotBeRead() {
        for (OrganisationState state : new OrganisationState[] {
            OrganisationState.SUSPENDED, OrganisationState.REMOVED, OrganisationState.UNKNOWN
        }) {
            stands(state);
            assertThat(find("help")).as(state.name()).isInstanceOf(DirectoryAnswer.SuspendedOrganisation.class);
        }
        stands(OrganisationState.ACTIVE);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.Receives.class);

        view.unreadable(known, ORGANISATION);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.SuspendedOrganisation.class);
    }

    @Test
    void holdsMailBackWhileTheStandingOfADomainCannotBeRead() {
        view.unreadable(known, DOMAIN);
        stands(OrganisationState.ACTIVE);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.SuspendedOrganisation.class);

        receives(NOW);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.Receives.class);
    }

    @Test
    void deniesNoAddressWhileOneCannotBeRead() {
        assertThat(find("sales").isFinal()).isTrue();

        view.unreadable(known, new EntityKey("acme", EntityKey.ADDRESS, "sales-id"));
        assertThat(find("sales")).isInstanceOf(DirectoryAnswer.NotReady.class);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.Receives.class);

        view.remove(known, new EntityKey("acme", EntityKey.ADDRESS, "sales-id"));
        assertThat(find("sales")).isInstanceOf(DirectoryAnswer.NoSuchAddress.class);
    }

    @Test
    void followsWhatBecomesOfADomain() {
        receives(null);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.UnverifiedDomain.class);

        view.remove(known, DOMAIN);
        assertThat(find("help")).isInstanceOf(DirectoryAnswer.NotOurDomain.class);
    }

    @Test
    void isCompleteOnceBothWritersSaySo() {
        complete("domain-service");
        assertThat(view.isComplete(known)).isFalse();
        complete("verification-service");
        assertThat(view.isComplete(known)).isTrue();
    }

    @Test
    void keepsTheRulesForMailUntilTheyAreRemoved() {
        var rules = new EntityKey("acme", EntityKey.MAIL_RULES, "rules-id");
        assertThat(known.table().rulesOf("acme")).isEqualTo(MailRules.USUAL);

        view.put(
                known,
                rules,
                MailRulesConfigured.newBuilder()
                        .setOrganisationId("acme")
                        .setForgedMail(ForgedMailRule.REJECT)
                        .setLargestMessage(1_048_576)
                        .setChangedBy("test")
                        .setVersion(1)
                        .setOccurredAt(NOW)
                        .build());
        assertThat(known.table().rulesOf("acme")).isEqualTo(new MailRules(MailRules.ForgedMail.REJECT, 1_048_576));
        assertThat(known.table().rulesOf("other")).isEqualTo(MailRules.USUAL);

        view.remove(known, rules);
        assertThat(known.table().rulesOf("acme")).isEqualTo(MailRules.USUAL);
    }

    private DirectoryAnswer find(String localPart) {
        return known.table().find(localPart, "acme.test");
    }

    private void stands(OrganisationState state) {
        view.put(known, ORGANISATION, new OrganisationStanding("acme", state, NOW));
    }

    private void complete(String writer) {
        view.put(known, EntityKey.ofComplete(writer), new StandingsComplete(EntityKey.INSTALLATION, writer, NOW));
    }

    private void receives(@Nullable Instant since) {
        view.put(
                known,
                DOMAIN,
                DomainStanding.newBuilder()
                        .setOrganisationId("acme")
                        .setDomainId("d1")
                        .setDomainName("acme.test")
                        .setReceivesSince(since)
                        .setReceivesUnderName(since != null)
                        .setOccurredAt(NOW)
                        .build());
    }

    private void help() {
        view.put(
                known,
                HELP,
                AddressConfigured.newBuilder()
                        .setOrganisationId("acme")
                        .setAddressId("help-id")
                        .setDomainId("d1")
                        .setDomainName("acme.test")
                        .setLocalPart("help")
                        .setFromAddress("help@acme.test")
                        .setQueueId("queue-1")
                        .setChangedBy("test")
                        .setVersion(1)
                        .setOccurredAt(NOW)
                        .build());
    }
}
