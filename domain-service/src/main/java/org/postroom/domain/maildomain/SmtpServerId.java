package org.postroom.domain.maildomain;

import org.postroom.domain.directory.Identifier;

/**
 * Identifies an SMTP server of an organisation; outbound-mail-service keeps it.
 *
 * @param value the identifier
 */
public record SmtpServerId(String value) {

    /** Checks the identifier. */
    public SmtpServerId {
        value = Identifier.checked(value);
    }
}
