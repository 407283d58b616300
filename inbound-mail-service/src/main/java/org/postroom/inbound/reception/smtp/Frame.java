package org.postroom.inbound.reception.smtp;

import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Reply;

/** What the framing hands to the session, besides whole command lines, which it hands over as bytes. */
sealed interface Frame {

    /** A piece of a message's content, decoded. */
    final class Content implements Frame {

        private final byte[] bytes;
        private final int length;
        private final boolean last;
        private final boolean bareLineEnds;

        /**
         * Wraps a piece.
         *
         * @param bytes holds it, and will hold the next one
         * @param length how many bytes of it
         * @param last true for the last piece
         * @param bareLineEnds true where the content so far has a carriage return or line feed alone
         */
        Content(byte[] bytes, int length, boolean last, boolean bareLineEnds) {
            this.bytes = bytes;
            this.length = length;
            this.last = last;
            this.bareLineEnds = bareLineEnds;
        }

        void writeTo(IncomingMail mail) {
            mail.write(bytes, 0, length);
        }

        boolean isLast() {
            return last;
        }

        boolean hasBareLineEnds() {
            return bareLineEnds;
        }
    }

    /**
     * A command line that is none.
     *
     * @param reply what the client is told
     */
    record Malformed(Reply reply) implements Frame {}
}
