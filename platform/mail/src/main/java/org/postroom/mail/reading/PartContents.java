package org.postroom.mail.reading;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes the decoded contents of a mail's parts as they go by. A part can lie in another one, so that several are open at once;
 * one that the mail's end or a limit cuts off is begun and never ended.
 */
public interface PartContents {

    /** Wants none. */
    PartContents NONE = new PartContents() {
        @Override
        public OutputStream begin(int number) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void end(int number) {
            // Nobody wants it.
        }
    };

    /**
     * A part begins.
     *
     * @param number its number in the mail
     * @return where its content goes
     * @throws IOException where it cannot be taken; the reading ends with it
     */
    OutputStream begin(int number) throws IOException;

    /**
     * A part was read to its end.
     *
     * @param number its number in the mail
     * @throws IOException where it cannot be kept; the reading ends with it
     */
    void end(int number) throws IOException;
}
