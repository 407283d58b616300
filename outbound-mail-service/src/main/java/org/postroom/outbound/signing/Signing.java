package org.postroom.outbound.signing;

import java.util.List;
import org.postroom.outbound.mail.RawMail;

/** What came of asking for a signature. */
public sealed interface Signing {

    /**
     * The mail may be sent.
     *
     * @param mail the mail, signed
     * @param selectors the selectors it was signed with
     */
    record Signed(RawMail mail, List<String> selectors) implements Signing {

        /** Copies the list. */
        public Signed {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * The organisation has no such domain or has not proven it, or the news of that has not arrived yet.
     *
     * @param reason the same in the form "expected …, but …"
     */
    record Unknown(String reason) implements Signing {}
}
