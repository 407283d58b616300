package org.postroom.outbound.compose;

import java.time.Instant;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.RequestedReply;

/** Tells the world what came of composing a reply, once the present transaction has committed. */
public interface CompositionPublisher {

    /** The reply is a mail now. */
    void composed(RequestedReply reply, String conversationId, Letter letter, StoredMail mail, Instant at);

    /** The reply cannot be a mail. */
    void refused(RequestedReply reply, Composition.Refused refusal, Instant at);
}
