package org.postroom.domain.mailrules.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.mailrules.MailRules;
import org.postroom.events.configuration.AutomaticMailRule;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code MailRulesConfigured}. */
@Component
final class MailRulesConfiguredPublisher extends ConfigurationPublisher<MailRules> {

    MailRulesConfiguredPublisher(Outbox outbox) {
        super(MailRules.KIND, outbox);
    }

    @Override
    protected MailRulesConfigured event(String organisationId, Entry<MailRules> entry) {
        MailRules rules = entry.value();
        return MailRulesConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setAutomaticMail(
                        switch (rules.automaticMail()) {
                            case KEEP_ASIDE -> AutomaticMailRule.KEEP_ASIDE;
                            case INTO_CONVERSATION -> AutomaticMailRule.INTO_CONVERSATION;
                            case PROCESS -> AutomaticMailRule.PROCESS;
                        })
                .setForgedMail(
                        switch (rules.forgedMail()) {
                            case REJECT -> ForgedMailRule.REJECT;
                            case SPAM -> ForgedMailRule.SPAM;
                            case NOTE -> ForgedMailRule.NOTE;
                        })
                .setLargestMessage(rules.largestMessageBytes())
                .setSameMessageIdOnce(rules.sameMessageIdOnce())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
