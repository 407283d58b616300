package org.postroom.outbound.compose;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the text of earlier mails. */
@FunctionalInterface
public interface MailReader {

    /**
     * Reads what a person would read in a mail. A mail that is no proper MIME gives what can be made out of it.
     *
     * @throws IOException where the octets cannot be read now
     */
    Bodies read(InputStream raw) throws IOException;

    /**
     * The text of a mail.
     *
     * @param text the plain text; empty where there is none
     * @param html the HTML; null where there is none
     */
    record Bodies(String text, @Nullable String html) {

        /** Neither text nor HTML. */
        public static final Bodies NONE = new Bodies("", null);
    }
}
