package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.handler.UnknownCommandHandler;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** Whatever is no command of ours. Who says many such things is no mail server. */
final class UnknownVerb extends Verb {

    UnknownVerb() {
        super(UnknownCommandHandler.COMMAND_IDENTIFIER);
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        session.countUnknown();
        return Replies.UNKNOWN_COMMAND;
    }
}
