package org.postroom.inbound.reception.smtp;

import java.util.Collection;
import java.util.List;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** One SMTP command: its argument in, one answer out. */
abstract class Verb implements CommandHandler<InboundSession> {

    private final List<String> names;

    Verb(String... names) {
        this.names = List.of(names);
    }

    /**
     * Answers the command.
     *
     * @param argument what follows the verb; null where nothing does
     */
    abstract Reply answer(InboundSession session, @Nullable String argument);

    /** True where answering may take more than a look at what is in memory. */
    boolean mayBlock() {
        return false;
    }

    /** Answers at once, or with null where the answer comes later. */
    @Override
    public @Nullable Response onCommand(InboundSession session, Request request) {
        @Nullable String argument = request.getArgument();
        return Replies.response(answer(session, argument == null || argument.isBlank() ? null : argument));
    }

    @Override
    public Collection<String> getImplCommands() {
        return names;
    }
}
