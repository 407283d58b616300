package org.postroom.domain.mailrules;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.mailrules.MailRules.AutomaticMail;
import org.postroom.domain.mailrules.MailRules.ForgedMail;
import org.postroom.events.configuration.AutomaticMailRule;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.MailRulesConfigured;
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
                rules.sameMessageIdOnce());
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
        return fields.whole(() -> new MailRules(automatic.get(), forged.get(), largest.get(), once.get()));
    }

    @Override
    public MailRulesConfigured event(String organisationId, Entry<MailRules> entry) {
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
     */
    record MailRulesJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable AutomaticMail automaticMail,
            @Nullable ForgedMail forgedMail,
            @Nullable Integer largestMessageMegabytes,
            @Nullable Boolean sameMessageIdOnce)
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
