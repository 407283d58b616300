package org.postroom.outbound.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a reply as the client wrote it, unchecked.
 *
 * @param recipients To and Cc; null or empty for the customer alone
 * @param subject the subject; null or blank for "Re: " and the customer's
 * @param text the plain text; null to derive it from the HTML
 * @param html the HTML; null to derive it from the text
 * @param includeHistory the agent's choice about the history; null for none
 */
public record Draft(
        @Nullable List<DraftRecipient> recipients,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable Boolean includeHistory) {

    /**
     * One recipient as the client wrote it.
     *
     * @param address the address
     * @param name the name beside it; null for none
     * @param kind {@code TO} or {@code CC}; null for {@code TO}
     */
    public record DraftRecipient(
            @Nullable String address,
            @Nullable String name,
            @Nullable String kind) {}
}
