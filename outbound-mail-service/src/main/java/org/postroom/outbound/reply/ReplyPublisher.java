package org.postroom.outbound.reply;

/** Tells the world that a reply was requested. */
@FunctionalInterface
public interface ReplyPublisher {

    /** Announces the reply once the present transaction has committed. */
    void requested(RequestedReply reply);
}
