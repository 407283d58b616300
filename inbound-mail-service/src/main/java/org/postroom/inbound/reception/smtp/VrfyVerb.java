package org.postroom.inbound.reception.smtp;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** VRFY (RFC 5321, section 3.5.3): who is here is told at RCPT alone, where asking costs something. */
final class VrfyVerb extends Verb {

    VrfyVerb() {
        super("VRFY");
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        return argument == null ? Replies.ADDRESS_EXPECTED : Replies.NOT_VERIFIED;
    }
}
