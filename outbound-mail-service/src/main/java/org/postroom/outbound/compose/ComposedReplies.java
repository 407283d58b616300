package org.postroom.outbound.compose;

/** Remembers which replies were composed, so that a repeated request composes none twice. */
public interface ComposedReplies {

    /** Notes in the present transaction that the reply is being composed; false where it was composed before. */
    boolean claim(String organisationId, String replyId);
}
