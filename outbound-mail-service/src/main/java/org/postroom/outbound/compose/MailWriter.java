package org.postroom.outbound.compose;

import org.postroom.outbound.mail.RawMail;

/** Writes a letter as the octets that go over the wire. */
@FunctionalInterface
public interface MailWriter {

    /** The letter as MIME; the same letter gives the same octets. */
    RawMail write(Letter letter);
}
