package org.postroom.outbound.delivery;

import java.util.List;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.id.OrganisationId;

/** The organisations' own servers, which their mail may leave through. */
public interface OwnServers {

    /** True where the organisation has this server. */
    boolean has(OrganisationId organisationId, String smtpServerId);

    /**
     * Signs in at a server and offers it a mail, once.
     *
     * @param handOver called just before the last octet goes out; where it throws, the mail is not handed over
     */
    Transcript offer(
            OrganisationId organisationId,
            String smtpServerId,
            EmailAddress sender,
            List<EmailAddress> recipients,
            RawMail mail,
            Runnable handOver);
}
