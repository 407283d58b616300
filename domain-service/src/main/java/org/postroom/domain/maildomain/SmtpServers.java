package org.postroom.domain.maildomain;

/** The organisations' own SMTP servers, as outbound-mail-service has told. */
public interface SmtpServers {

    /** Whether the organisation has the server. */
    boolean exists(String organisationId, SmtpServerId id);
}
