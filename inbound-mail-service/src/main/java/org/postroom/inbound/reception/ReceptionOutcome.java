package org.postroom.inbound.reception;

import java.util.List;

/** How a transaction ended. */
public sealed interface ReceptionOutcome {

    /**
     * The mail is durable and on the log: it is ours now.
     *
     * @param emailIds its identifier in each organisation it was addressed to
     */
    record Accepted(List<String> emailIds) implements ReceptionOutcome {

        /** Copies the identifiers. */
        public Accepted {
            emailIds = List.copyOf(emailIds);
        }

        /** The answer to the client. */
        public Reply reply() {
            return new Reply(250, "2.0.0", "queued as " + String.join(" ", emailIds));
        }
    }

    /** The mail stays the client's. */
    record Refused(Refusal refusal) implements ReceptionOutcome {}
}
