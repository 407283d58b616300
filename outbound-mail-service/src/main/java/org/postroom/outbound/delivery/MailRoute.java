package org.postroom.outbound.delivery;

import java.util.List;
import org.postroom.runtime.text.StorableText;

/** Where the mail of a domain goes (RFC 5321, section 5.1). */
public sealed interface MailRoute {

    /**
     * To these servers, in this order.
     *
     * @param servers at least one
     */
    record Servers(List<MailServer> servers) implements MailRoute {

        /** Copies the list. */
        public Servers {
            servers = List.copyOf(servers);
        }
    }

    /**
     * Nowhere, and it never will.
     *
     * @param enhancedStatus the reason's code (RFC 3463)
     * @param reason why, in the form "expected …, but …"
     */
    record Nowhere(String enhancedStatus, String reason) implements MailRoute {

        /** Makes the reason fit to store: DNS may have a part in it. */
        public Nowhere {
            reason = StorableText.of(reason);
        }
    }

    /**
     * DNS gave no answer; "no answer" is not "no server".
     *
     * @param reason what happened
     */
    record TryAgain(String reason) implements MailRoute {

        /** Makes the reason fit to store: DNS may have a part in it. */
        public TryAgain {
            reason = StorableText.of(reason);
        }
    }
}
