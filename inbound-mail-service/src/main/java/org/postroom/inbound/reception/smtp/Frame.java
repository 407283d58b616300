package org.postroom.inbound.reception.smtp;

import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Reply;

/** What the framing hands to the session, besides whole command lines, which it hands over as bytes. */
sealed interface Frame {

    /**
     * A piece of a message's content, decoded.
     *
     * @param bytes holds it, and will hold the next one
     * @param length how many bytes of it
     * @param isLast true for the last piece of the message, or of the chunk that BDAT announced
     * @param hasBareLineEnds true where the content so far has a carriage return or line feed alone
     */
    @SuppressWarnings("ArrayRecordComponent") // it is used up before the next piece is decoded, and never compared
    record Content(byte[] bytes, int length, boolean isLast, boolean hasBareLineEnds) implements Frame {

        void writeTo(IncomingMail mail) {
            mail.write(bytes, 0, length);
            if (isLast && hasBareLineEnds) {
                mail.noteBareLineEnds();
            }
        }
    }

    /**
     * A command line that is none.
     *
     * @param reply what the client is told
     */
    record Malformed(Reply reply) implements Frame {}

    /** A client did not wait for an answer that it has to wait for; nothing of what it sent since is looked at. */
    record OutOfStep() implements Frame {}
}
