package org.postroom.domain.maildomain;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;

/**
 * How a domain's mail comes and goes.
 *
 * @param receivingWay how mail to it reaches us
 * @param sendingWay how mail from it leaves
 * @param smtpServer the organisation's server that it leaves by; null where the platform sends
 * @param whenUnverified what happens to mail while it may not send
 * @param mailFromLabel names the subdomain of envelope senders
 */
public record DomainSettings(
        ReceivingWay receivingWay,
        SendingWay sendingWay,
        @Nullable SmtpServerId smtpServer,
        WhenUnverified whenUnverified,
        MailFromLabel mailFromLabel) {

    /** What a domain has until it is configured. */
    public static final DomainSettings DEFAULT =
            new DomainSettings(ReceivingWay.MX, SendingWay.PLATFORM, null, WhenUnverified.HOLD, MailFromLabel.DEFAULT);

    /** Checks that a server is named exactly where one is used. */
    public DomainSettings {
        if (sendingWay == SendingWay.CUSTOM_SMTP && smtpServer == null) {
            throw new IllegalArgumentException("expected the SMTP server by which its mail leaves, but there is none");
        }
        if (sendingWay == SendingWay.PLATFORM && smtpServer != null) {
            throw new IllegalArgumentException(
                    "expected no SMTP server where the platform sends, but got " + smtpServer.value());
        }
    }

    /** How mail to a domain reaches us. */
    public enum ReceivingWay {
        /** The domain's MX record names us. */
        MX,
        /** Rules of the organisation's present mail system redirect it, so that copies stay there. */
        REDIRECT
    }

    /** How mail from a domain leaves. */
    public enum SendingWay {
        /** By the platform's own servers. */
        PLATFORM,
        /** By an SMTP server of the organisation. */
        CUSTOM_SMTP
    }

    /** What happens to mail from a domain that may not send at the moment. */
    public enum WhenUnverified {
        /** It waits until the domain may send again. */
        HOLD,
        /** It leaves from the organisation's system domain. */
        SYSTEM_DOMAIN,
        /** It is refused. */
        REFUSE
    }
}
