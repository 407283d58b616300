package org.postroom.domain.maildomain;

import java.util.Map;

/** The organisations' own SMTP servers, as outbound-mail-service has told. */
public interface SmtpServers {

    /** Whether the organisation has the server. */
    boolean exists(String organisationId, SmtpServerId id);

    /** The names of the organisation's servers, by their identifiers. */
    Map<String, String> names(String organisationId);
}
