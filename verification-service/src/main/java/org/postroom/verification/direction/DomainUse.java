package org.postroom.verification.direction;

/**
 * How a mail domain is used, as far as that decides what must be proven.
 *
 * @param type whose it is
 * @param receiving how its mail reaches us
 * @param sending how its mail leaves
 * @param mailFromLabel the label below the domain that bounces go to
 */
public record DomainUse(Type type, ReceivingWay receiving, SendingWay sending, String mailFromLabel) {

    /** Whose a domain is. */
    public enum Type {
        /** A subdomain of the platform's: nothing needs to be proven. */
        SYSTEM,
        /** The organisation's own. */
        CUSTOM
    }

    /** How mail reaches us. */
    public enum ReceivingWay {
        /** By the domain's MX records. */
        MX,
        /** Redirected by the mail system that the domain's MX records name. */
        REDIRECT
    }

    /** How mail leaves. */
    public enum SendingWay {
        /** Straight from the platform. */
        PLATFORM,
        /** Through the organisation's own server, which answers for it. */
        CUSTOM_SMTP
    }

    /** How a domain is used unless somebody decides otherwise. */
    public static DomainUse usual() {
        return new DomainUse(Type.CUSTOM, ReceivingWay.MX, SendingWay.PLATFORM, "bounce");
    }

    /** Whether anything needs to be proven by checks. */
    public boolean isChecked() {
        return type == Type.CUSTOM;
    }

    /** Whether the domain must be proven to be the organisation's by a record of its own. */
    public boolean needsOwnership() {
        return receiving == ReceivingWay.MX || sending == SendingWay.PLATFORM;
    }
}
