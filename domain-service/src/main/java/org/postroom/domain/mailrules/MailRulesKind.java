package org.postroom.domain.mailrules;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.mailrules.ConversationRules.ChangedSubject;
import org.postroom.domain.mailrules.ConversationRules.LastAgent;
import org.postroom.domain.mailrules.ConversationRules.SeveralAddresses;
import org.postroom.domain.mailrules.MailRules.AutomaticMail;
import org.postroom.domain.mailrules.MailRules.ForgedMail;
import org.postroom.events.configuration.AutomaticMailRule;
import org.postroom.events.configuration.ChangedSubjectRule;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.LastAgentRule;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.SeveralAddressesRule;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the rules for mail. */
@Component
final class MailRulesKind extends ReadableKind<MailRules, MailRulesKind.MailRulesJson> {

    MailRulesKind() {
        super(MailRules.class, MailRulesJson.class, Layout.named("mailRules", MailRules.KIND, Map.of()));
    }

    @Override
    public MailRulesJson json(@Nullable String id, @Nullable Long version, MailRules rules) {
        return new MailRulesJson(
                id,
                version,
                rules.label(),
                rules.automaticMail(),
                rules.forgedMail(),
                rules.largestMessageMegabytes(),
                rules.sameMessageIdOnce(),
                rules.conversations().windowDays(),
                rules.conversations().changedSubject(),
                rules.conversations().bySubject(),
                rules.conversations().severalAddresses(),
                rules.conversations().lastAgent(),
                rules.conversations().lastAgentMinutes());
    }

    @Override
    public MailRules value(Fields fields, MailRulesJson json) {
        fields.optional("name", json.name(), MailRulesKind::theirName);
        var automatic =
                fields.orDefault("automaticMail", json.automaticMail(), AutomaticMail.KEEP_ASIDE, Function.identity());
        var forged = fields.orDefault("forgedMail", json.forgedMail(), ForgedMail.NOTE, Function.identity());
        var largest = fields.orDefault(
                "largestMessageMegabytes",
                json.largestMessageMegabytes(),
                MailRules.USUAL_MEGABYTES,
                MailRules::megabytes);
        var once = fields.orDefault("sameMessageIdOnce", json.sameMessageIdOnce(), false, Function.identity());
        var conversations = conversations(fields, json);
        return fields.whole(
                () -> new MailRules(automatic.get(), forged.get(), largest.get(), once.get(), conversations.get()));
    }

    private static Supplier<ConversationRules> conversations(Fields fields, MailRulesJson json) {
        var usual = ConversationRules.USUAL;
        var days = fields.orDefault(
                "conversationWindowDays", json.conversationWindowDays(), usual.windowDays(), ConversationRules::days);
        var subject =
                fields.orDefault("changedSubject", json.changedSubject(), usual.changedSubject(), Function.identity());
        var bySubject =
                fields.orDefault("threadBySubject", json.threadBySubject(), usual.bySubject(), Function.identity());
        var several = fields.orDefault(
                "severalAddresses", json.severalAddresses(), usual.severalAddresses(), Function.identity());
        var lastAgent = fields.orDefault("lastAgent", json.lastAgent(), usual.lastAgent(), Function.identity());
        var minutes = fields.orDefault(
                "lastAgentMinutes", json.lastAgentMinutes(), usual.lastAgentMinutes(), ConversationRules::minutes);
        return () -> new ConversationRules(
                days.get(), subject.get(), bySubject.get(), several.get(), lastAgent.get(), minutes.get());
    }

    @Override
    public MailRulesConfigured event(String organisationId, Entry<MailRules> entry) {
        MailRules rules = entry.value();
        ConversationRules conversations = rules.conversations();
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
                .setConversationWindowDays(conversations.windowDays())
                .setChangedSubject(
                        switch (conversations.changedSubject()) {
                            case SAME_CONVERSATION -> ChangedSubjectRule.SAME_CONVERSATION;
                            case NEW_CONVERSATION -> ChangedSubjectRule.NEW_CONVERSATION;
                        })
                .setThreadBySubject(conversations.bySubject())
                .setSeveralAddresses(
                        switch (conversations.severalAddresses()) {
                            case ONE_INTERACTION -> SeveralAddressesRule.ONE_INTERACTION;
                            case ONE_EACH -> SeveralAddressesRule.ONE_EACH;
                        })
                .setLastAgent(
                        switch (conversations.lastAgent()) {
                            case OFF -> LastAgentRule.OFF;
                            case QUEUE_MEMBERS -> LastAgentRule.QUEUE_MEMBERS;
                            case ANYONE -> LastAgentRule.ANYONE;
                        })
                .setLastAgentMinutes(conversations.lastAgentMinutes())
                .build();
    }

    private static String theirName(String name) {
        if (!name.equals(MailRules.LABEL)) {
            throw new IllegalArgumentException(
                    "expected the name \"%s\", since an organisation has one set, but got \"%s\""
                            .formatted(MailRules.LABEL, name));
        }
        return name;
    }

    /**
     * The rules for mail in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name always {@code Mail rules}, since there is one set
     * @param automaticMail what becomes of mail that a machine wrote; kept aside where absent
     * @param forgedMail what becomes of mail that is not from whom it says; only marked where absent
     * @param largestMessageMegabytes the largest message in megabytes, from 1 to 200; 40 where absent
     * @param sameMessageIdOnce true where mail with the same Message-ID is the same mail, whoever sent it; false where absent
     * @param conversationWindowDays for how many days after it was closed a conversation is continued by an answer, from 0, only
     *     while it is open, to 365; 30 where absent
     * @param changedSubject what becomes of an answer with another subject; the same conversation where absent
     * @param threadBySubject true where a mail without any other trace continues a conversation in which its author wrote with
     *     the same subject; false where absent
     * @param severalAddresses what becomes of one mail to several addresses; one interaction where absent
     * @param lastAgent whether the agent who handled a conversation last comes first; off where absent
     * @param lastAgentMinutes for how many minutes something is kept for that agent, from 1 to 1440; 5 where absent
     */
    record MailRulesJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable AutomaticMail automaticMail,
            @Nullable ForgedMail forgedMail,
            @Nullable Integer largestMessageMegabytes,
            @Nullable Boolean sameMessageIdOnce,
            @Nullable Integer conversationWindowDays,
            @Nullable ChangedSubject changedSubject,
            @Nullable Boolean threadBySubject,
            @Nullable SeveralAddresses severalAddresses,
            @Nullable LastAgent lastAgent,
            @Nullable Integer lastAgentMinutes)
            implements EntryJson {}

    /** The rules for mail of the caller's organisation; one set at most. */
    @RestController
    @RequestMapping("/api/mail-rules")
    static class MailRulesController extends DirectoryController<MailRules, MailRulesJson> {

        MailRulesController(Directory<MailRules> rules, MailRulesKind kind) {
            super(rules, kind);
        }
    }
}
