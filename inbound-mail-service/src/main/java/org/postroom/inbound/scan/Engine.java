package org.postroom.inbound.scan;

import java.io.IOException;

/** Looks for spam or for viruses. Any number of mails may be looked at at once. */
public interface Engine {

    /** Its name in events, metrics and on pages, in lower case. */
    String name();

    /**
     * Looks at a mail, which is streamed and never in memory whole. Blocks; ends early where its thread is interrupted.
     *
     * @throws IOException where the engine cannot be reached, breaks off, or says what cannot be understood
     */
    Answer ask(ScannedMail mail) throws IOException, InterruptedException;
}
