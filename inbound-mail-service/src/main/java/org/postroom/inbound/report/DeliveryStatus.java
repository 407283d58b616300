package org.postroom.inbound.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.report.FieldBlocks.Block;
import org.postroom.inbound.report.Report.Action;
import org.postroom.inbound.report.Report.Recipient;

/**
 * A message/delivery-status (RFC 3464): one block about the mail, then one for each recipient.
 *
 * @param envelopeId the identifier that our server gave; null where there is none
 * @param reporter the server that reports; null where it does not say
 * @param recipients those whose block names an address and says what became of the mail
 */
record DeliveryStatus(@Nullable String envelopeId, @Nullable String reporter, List<Recipient> recipients) {

    static DeliveryStatus read(String content) {
        List<Recipient> recipients = new ArrayList<>();
        @Nullable String envelopeId = null;
        @Nullable String reporter = null;
        for (Block block : FieldBlocks.of(content)) {
            envelopeId =
                    envelopeId == null ? block.first("original-envelope-id").orElse(null) : envelopeId;
            reporter = reporter == null ? block.typed("reporting-mta").orElse(null) : reporter;
            if (recipients.size() < Report.MOST_RECIPIENTS) {
                recipient(block).ifPresent(recipients::add);
            }
        }
        return new DeliveryStatus(envelopeId, reporter, recipients);
    }

    private static Optional<Recipient> recipient(Block block) {
        Optional<String> last = block.typed("final-recipient").flatMap(Wording::address);
        Optional<String> original = block.typed("original-recipient").flatMap(Wording::address);
        Optional<String> named = last.or(() -> original);
        @Nullable String diagnostic = block.typed("diagnostic-code").orElse(null);
        Optional<String> status = block.first("status")
                .flatMap(Wording::enhancedStatus)
                .or(() -> Optional.ofNullable(diagnostic).flatMap(Wording::enhancedStatus));
        return named.flatMap(address -> action(block, status)
                .map(action -> new Recipient(
                        address,
                        original.orElse(null),
                        action,
                        status.orElseGet(() -> unspecified(action)),
                        diagnostic,
                        block.typed("remote-mta").orElse(null))));
    }

    /** What the block says, else what its status means; of a recipient of whom neither is told nothing is known. */
    private static Optional<Action> action(Block block, Optional<String> status) {
        String word = block.first("action").orElse("").split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (word) {
            case "failed" -> Optional.of(Action.FAILED);
            case "delayed" -> Optional.of(Action.DELAYED);
            case "delivered" -> Optional.of(Action.DELIVERED);
            case "relayed" -> Optional.of(Action.RELAYED);
            case "expanded" -> Optional.of(Action.EXPANDED);
            default -> status.map(DeliveryStatus::meant);
        };
    }

    private static Action meant(String status) {
        return switch (status.charAt(0)) {
            case '2' -> Action.DELIVERED;
            case '4' -> Action.DELAYED;
            default -> Action.FAILED;
        };
    }

    /** The code of an action that came without one (RFC 3463, section 3.1). */
    static String unspecified(Action action) {
        return switch (action) {
            case FAILED -> "5.0.0";
            case DELAYED -> "4.0.0";
            case DELIVERED, RELAYED, EXPANDED -> "2.0.0";
        };
    }
}
