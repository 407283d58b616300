package org.postroom.inbound.reception.smtp;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** A command that changes nothing and is answered in the same way whatever its argument is. */
final class FixedVerb extends Verb {

    private final Reply reply;

    FixedVerb(Reply reply, String... names) {
        super(names);
        this.reply = reply;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        return reply;
    }
}
