package org.postroom.console.administration.maildomain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail domain with its settings, as domain-service keeps it.
 *
 * @param id the identifier
 * @param name the host name, in ASCII
 * @param unicodeName the name as people write it; the same where it has no other letters
 * @param type SYSTEM or CUSTOM
 * @param receivingWay MX or REDIRECT
 * @param sendingWay PLATFORM or CUSTOM_SMTP
 * @param smtpServerId the custom server; null where the platform sends
 * @param whenUnverified what becomes of replies while the domain may not send: HOLD, SYSTEM_DOMAIN or REFUSE
 * @param mailFromLabel the label of the subdomain that bounces come back to
 * @param addresses how many addresses it has
 * @param addedAt since when it is here
 * @param version the version that was read
 */
public record MailDomain(
        String id,
        String name,
        String unicodeName,
        String type,
        String receivingWay,
        String sendingWay,
        @Nullable String smtpServerId,
        String whenUnverified,
        String mailFromLabel,
        int addresses,
        @Nullable Instant addedAt,
        @Nullable Long version) {

    /** Takes the defaults of domain-service for what an answer leaves out. */
    public MailDomain(
            String id,
            String name,
            @Nullable String unicodeName,
            @Nullable String type,
            @Nullable String receivingWay,
            @Nullable String sendingWay,
            @Nullable String smtpServerId,
            @Nullable String whenUnverified,
            @Nullable String mailFromLabel,
            int addresses,
            @Nullable Instant addedAt,
            @Nullable Long version) {
        this.id = id;
        this.name = name;
        this.unicodeName = Objects.requireNonNullElse(unicodeName, name);
        this.type = Objects.requireNonNullElse(type, "CUSTOM");
        this.receivingWay = Objects.requireNonNullElse(receivingWay, "MX");
        this.sendingWay = Objects.requireNonNullElse(sendingWay, "PLATFORM");
        this.smtpServerId = smtpServerId;
        this.whenUnverified = Objects.requireNonNullElse(whenUnverified, "HOLD");
        this.mailFromLabel = Objects.requireNonNullElse(mailFromLabel, "bounce");
        this.addresses = addresses;
        this.addedAt = addedAt;
        this.version = version;
    }

    /** True for the subdomain of the installation's own domain, which needs no records. */
    public boolean system() {
        return type.equals("SYSTEM");
    }

    /** True where mail comes by redirect rules of another mail system. */
    public boolean redirected() {
        return receivingWay.equals("REDIRECT");
    }

    /** True where replies leave through the organisation's own server. */
    public boolean ownServer() {
        return sendingWay.equals("CUSTOM_SMTP");
    }

    /** The type in words. */
    public String typeLabel() {
        return system() ? "System" : "Custom";
    }

    /** How mail leaves, in words. */
    public String sendingLabel() {
        return ownServer() ? "Own SMTP server" : "Platform";
    }
}
