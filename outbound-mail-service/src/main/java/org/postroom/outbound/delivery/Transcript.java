package org.postroom.outbound.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.runtime.text.StorableText;

/** What happened in one conversation with a server. */
public sealed interface Transcript {

    /**
     * The server never came to the point where it could be asked: no connection, or no greeting.
     *
     * @param reason what happened
     */
    record Unreachable(String reason) implements Transcript {

        private static final int LONGEST = 2_000;

        /** Makes the reason fit to store: it may be the server's. */
        public Unreachable {
            reason = StorableText.of(reason, LONGEST);
        }
    }

    /**
     * The server is where we connect to nobody's word: whoever writes to us chooses where answers go.
     *
     * @param reason that, in words that do not tell which address of our network a name has
     */
    record OffLimits(String reason) implements Transcript {}

    /**
     * The server was asked.
     *
     * @param server the server
     * @param refusal the answer that ended it before the mail was handed over, to MAIL FROM or DATA; null where none did
     * @param recipients its answers to the recipients, in the order asked; shorter where it did not come to all
     * @param handedOver true where it had the whole mail
     * @param last its answer to the whole mail; null where it gave none
     */
    record Asked(
            MailServer server,
            @Nullable SmtpReply refusal,
            List<SmtpReply> recipients,
            boolean handedOver,
            @Nullable SmtpReply last)
            implements Transcript {

        /** Copies the list. */
        public Asked {
            recipients = List.copyOf(recipients);
        }

        /** What the conversation means for each recipient. */
        public Map<EmailAddress, Outcome> outcomes(List<EmailAddress> asked) {
            Map<EmailAddress, Outcome> outcomes = new LinkedHashMap<>();
            for (int index = 0; index < asked.size(); index++) {
                SmtpReply own = index < recipients.size() ? recipients.get(index) : null;
                outcomes.put(asked.get(index), outcome(own));
            }
            return outcomes;
        }

        private Outcome outcome(@Nullable SmtpReply own) {
            if (own != null && !own.positive()) {
                return negative(own);
            }
            if (refusal != null) {
                return negative(refusal);
            }
            if (!handedOver || own == null) {
                return new Outcome.Deferred("the connection to " + server + " broke before the mail was handed over");
            }
            if (last == null) {
                return new Outcome.Unknown(server.toString());
            }
            return last.positive() ? new Outcome.Delivered(server.toString(), last.text()) : negative(last);
        }

        private static Outcome negative(SmtpReply reply) {
            return reply.permanent()
                    ? new Outcome.Refused(reply.enhancedStatus().orElse("5.0.0"), reply.text())
                    : new Outcome.Deferred(reply.text());
        }
    }
}
