package org.postroom.console.administration.maildomain.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.maildomain.MailDomain;

/**
 * The settings of a domain, as a form sends them and domain-service takes them.
 *
 * @param receivingWay MX or REDIRECT
 * @param sendingWay PLATFORM or CUSTOM_SMTP
 * @param smtpServerId the custom server; null where the platform sends
 * @param whenUnverified HOLD, SYSTEM_DOMAIN or REFUSE
 * @param mailFromLabel the label of the subdomain that bounces come back to
 * @param version the version that the form was made from
 */
record Settings(
        @Nullable String receivingWay,
        @Nullable String sendingWay,
        @Nullable String smtpServerId,
        @Nullable String whenUnverified,
        @Nullable String mailFromLabel,
        @Nullable Long version) {

    Settings {
        smtpServerId = "CUSTOM_SMTP".equals(sendingWay) ? blankAsNull(smtpServerId) : null;
        mailFromLabel = blankAsNull(mailFromLabel);
    }

    static Settings of(MailDomain domain) {
        return new Settings(
                domain.receivingWay(),
                domain.sendingWay(),
                domain.smtpServerId(),
                domain.whenUnverified(),
                domain.mailFromLabel(),
                domain.version());
    }

    /** The same as if they had been made from the newest version: saving them then replaces it. */
    Settings onTopOf(Settings newest) {
        return new Settings(receivingWay, sendingWay, smtpServerId, whenUnverified, mailFromLabel, newest.version());
    }

    /** What differs between these settings and others. */
    List<FieldChange> changesTo(Settings others) {
        return Stream.of(
                        new FieldChange("receivingWay", receivingWay, others.receivingWay),
                        new FieldChange("sendingWay", sendingWay, others.sendingWay),
                        new FieldChange("smtpServerId", smtpServerId, others.smtpServerId),
                        new FieldChange("whenUnverified", whenUnverified, others.whenUnverified),
                        new FieldChange("mailFromLabel", mailFromLabel, others.mailFromLabel))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
