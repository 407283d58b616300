package org.postroom.outbound.signing;

import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

/**
 * A mail that asks to leave.
 *
 * @param from its From address
 * @param own the address that it answers for, where bounces belong
 * @param mail the mail, unsigned
 */
public record Outgoing(EmailAddress from, EmailAddress own, RawMail mail) {}
