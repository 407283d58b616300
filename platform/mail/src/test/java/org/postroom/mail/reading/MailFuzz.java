package org.postroom.mail.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A target for {@code ./postroom fuzz mail}: any bytes are a mail. */
public final class MailFuzz {

    private MailFuzz() {}

    /** Called by the fuzzer before all inputs: what is loaded with the first takes none of their time. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput("From: a@b.test\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one input; called by the fuzzer, and by {@link FuzzedMailTest}. */
    public static void fuzzerTestOneInput(byte[] mail) throws IOException {
        AnyMail.holds(mail);
    }
}
