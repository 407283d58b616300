package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/**
 * BDAT (RFC 3030): a piece of the mail of that many octets follows, whatever is in it. It follows without waiting for an
 * answer, so the octets of a piece that is refused are passed over, and the answer comes behind them.
 */
final class BdatVerb extends Verb {

    private final MailTaker taker;

    BdatVerb(MailTaker taker) {
        super("BDAT");
        this.taker = taker;
    }

    /** The store is begun to be written to, once there is room for the mail in memory. */
    @Override
    boolean mayBlock() {
        return true;
    }

    @Override
    public @Nullable Response onCommand(InboundSession session, Request request) {
        Optional<Chunk> chunk = Chunk.parse(request.getArgument());
        if (chunk.isEmpty()) {
            return Replies.response(Replies.CHUNK_EXPECTED);
        }
        @Nullable Reply refusal = refusal(session).orElse(null);
        if (chunk.get().size() == 0) {
            return Replies.response(taker.end(session, chunk.get(), refusal));
        }
        session.expectChunk(chunk.get(), refusal);
        return null;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        throw new IllegalStateException("expected that the answer comes behind the chunk, but it was asked for before");
    }

    private Optional<Reply> refusal(InboundSession session) {
        if (!session.isInTransaction()) {
            return Optional.of(Replies.MAIL_FIRST);
        }
        if (session.incoming() != null) {
            return Optional.empty();
        }
        return session.recipientCount() == 0 ? Optional.of(Replies.NO_RECIPIENT) : taker.begin(session);
    }
}
