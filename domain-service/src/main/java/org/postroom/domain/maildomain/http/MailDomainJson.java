package org.postroom.domain.maildomain.http;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Choice;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.directory.http.JsonForm;
import org.postroom.domain.maildomain.DomainSettings;
import org.postroom.domain.maildomain.DomainSettings.ReceivingWay;
import org.postroom.domain.maildomain.DomainSettings.SendingWay;
import org.postroom.domain.maildomain.DomainSettings.WhenUnverified;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomain.DomainType;
import org.postroom.domain.maildomain.MailFromLabel;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;
import org.springframework.stereotype.Component;

/**
 * A mail domain in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the host name, in answers in ASCII form; only heard when a domain of type CUSTOM is added
 * @param unicodeName the host name as people read it; ignored in requests
 * @param type SYSTEM or CUSTOM, as where absent; only heard when a domain is added
 * @param receivingWay MX, as where absent, or REDIRECT; not heard when a domain is added
 * @param sendingWay PLATFORM, as where absent, or CUSTOM_SMTP; not heard when a domain is added
 * @param smtpServerId the organisation's SMTP server, for CUSTOM_SMTP only; not heard when a domain is added
 * @param whenUnverified HOLD, as where absent, SYSTEM_DOMAIN or REFUSE; not heard when a domain is added
 * @param mailFromLabel the label of the subdomain of envelope senders; bounce where absent; not heard when a domain is
 *     added
 * @param addresses how many addresses it has; ignored in requests
 * @param addedAt when it was added; ignored in requests
 */
record MailDomainJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String unicodeName,
        @Nullable String type,
        @Nullable String receivingWay,
        @Nullable String sendingWay,
        @Nullable String smtpServerId,
        @Nullable String whenUnverified,
        @Nullable String mailFromLabel,
        @Nullable Integer addresses,
        @Nullable Instant addedAt)
        implements EntryJson {

    static MailDomainJson of(@Nullable String id, @Nullable Long version, MailDomain domain) {
        DomainSettings settings = domain.settings();
        return new MailDomainJson(
                id,
                version,
                domain.name().value(),
                domain.name().unicode(),
                domain.type().name(),
                settings.receivingWay().name(),
                settings.sendingWay().name(),
                Optional.ofNullable(settings.smtpServer())
                        .map(SmtpServerId::value)
                        .orElse(null),
                settings.whenUnverified().name(),
                settings.mailFromLabel().value(),
                null,
                domain.addedAt());
    }

    MailDomainJson withAddresses(int count) {
        return new MailDomainJson(
                id,
                version,
                name,
                unicodeName,
                type,
                receivingWay,
                sendingWay,
                smtpServerId,
                whenUnverified,
                mailFromLabel,
                count,
                addedAt);
    }

    Given<DomainType> toType(Fields fields) {
        return fields.orDefault("type", type, DomainType.CUSTOM, text -> Choice.named(DomainType.values(), text));
    }

    DomainSettings toSettings(Fields fields) {
        var initial = DomainSettings.DEFAULT;
        var receiving = fields.orDefault(
                "receivingWay",
                receivingWay,
                initial.receivingWay(),
                text -> Choice.named(ReceivingWay.values(), text));
        var sending = fields.orDefault(
                "sendingWay", sendingWay, initial.sendingWay(), text -> Choice.named(SendingWay.values(), text));
        var server = fields.optional("smtpServerId", smtpServerId, SmtpServerId::new);
        var unverified = fields.orDefault(
                "whenUnverified",
                whenUnverified,
                initial.whenUnverified(),
                text -> Choice.named(WhenUnverified.values(), text));
        var label = fields.orDefault("mailFromLabel", mailFromLabel, initial.mailFromLabel(), MailFromLabel::new);
        var settings = fields.rule(
                "smtpServerId",
                () -> new DomainSettings(
                        receiving.get(), sending.get(), server.orNull(), unverified.get(), label.get()));
        return fields.whole(settings::get);
    }

    /** Mail domains in JSON. */
    @Component
    static final class MailDomainForm extends JsonForm<MailDomain, MailDomainJson> {

        MailDomainForm() {
            super(MailDomainJson.class);
        }

        @Override
        public MailDomainJson json(@Nullable String id, @Nullable Long version, MailDomain domain) {
            return MailDomainJson.of(id, version, domain);
        }
    }
}
