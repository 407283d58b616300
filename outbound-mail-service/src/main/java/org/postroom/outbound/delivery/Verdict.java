package org.postroom.outbound.delivery;

import java.util.List;
import org.postroom.outbound.delivery.Outcome.Delivered;
import org.postroom.outbound.delivery.Outcome.Refused;
import org.postroom.outbound.delivery.Outcome.Unknown;

/** What the recipients' answers, taken together, mean for the reply. */
public sealed interface Verdict {

    /** Some recipient still has to be tried. */
    record Open() implements Verdict {}

    /**
     * Every visible recipient's server took it.
     *
     * @param deliveries what each server answered, in the order of the recipients
     */
    record Sent(List<Answer> deliveries) implements Verdict {

        /** Copies the list. */
        public Sent {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * A visible recipient was refused for good.
     *
     * @param recipients who was refused
     * @param enhancedStatus the first one's code
     * @param reason the first one's reason
     */
    record Failed(List<String> recipients, String enhancedStatus, String reason) implements Verdict {

        /** Copies the list. */
        public Failed {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Nobody knows whether it reached a visible recipient.
     *
     * @param recipients who that concerns
     */
    record Uncertain(List<String> recipients) implements Verdict {

        /** Copies the list. */
        public Uncertain {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * What a recipient's server answered.
     *
     * @param recipient the recipient
     * @param delivered the server and its answer
     */
    record Answer(String recipient, Delivered delivered) {}

    /**
     * Judges a reply by its recipients. A refusal and an unknown outcome are told at once, success once all are settled.
     *
     * @param recipients all of them, at least one
     */
    static Verdict of(List<RecipientState> recipients) {
        List<RecipientState> visible =
                recipients.stream().filter(RecipientState::visible).toList();
        List<RecipientState> refused = with(visible, Refused.class);
        if (!refused.isEmpty() && refused.getFirst().outcome() instanceof Refused first) {
            return new Failed(addresses(refused), first.enhancedStatus(), first.reason());
        }
        List<RecipientState> unknown = with(visible, Unknown.class);
        if (!unknown.isEmpty()) {
            return new Uncertain(addresses(unknown));
        }
        return recipients.stream().allMatch(RecipientState::settled) ? new Sent(answers(recipients)) : new Open();
    }

    private static List<RecipientState> with(List<RecipientState> recipients, Class<? extends Outcome> type) {
        return recipients.stream()
                .filter(recipient -> type.isInstance(recipient.outcome()))
                .toList();
    }

    private static List<String> addresses(List<RecipientState> recipients) {
        return recipients.stream().map(RecipientState::address).toList();
    }

    private static List<Answer> answers(List<RecipientState> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.outcome() instanceof Delivered)
                .map(recipient -> new Answer(recipient.address(), (Delivered) recipient.outcome()))
                .toList();
    }
}
