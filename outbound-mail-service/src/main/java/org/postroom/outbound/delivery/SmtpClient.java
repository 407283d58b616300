package org.postroom.outbound.delivery;

import java.util.List;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

/** Talks to one server. */
@FunctionalInterface
public interface SmtpClient {

    /**
     * Offers a mail to a server, once.
     *
     * @param handOver called just before the last octet goes out; where it throws, the mail is not handed over
     */
    Transcript offer(
            MailServer server, EmailAddress sender, List<EmailAddress> recipients, RawMail mail, Runnable handOver);
}
