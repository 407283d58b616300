package org.postroom.domain.maildomain;

import java.util.Map;
import org.postroom.domain.directory.Id;

/** The organisations' own SMTP servers, as outbound-mail-service has told. */
public interface SmtpServers {

    /** Whether the organisation has the server. */
    boolean exists(String organisationId, SmtpServerId id);

    /** The names of the organisation's servers, by their identifiers. */
    Map<String, String> names(String organisationId);

    /**
     * Identifies an SMTP server of an organisation; outbound-mail-service keeps it.
     *
     * @param value the identifier
     */
    record SmtpServerId(String value) {

        /** Checks the identifier. */
        public SmtpServerId {
            value = Id.checked(value);
        }
    }
}
