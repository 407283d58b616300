package org.postroom.console.desk;

import org.jspecify.annotations.Nullable;

/**
 * What a reply begins with, as outbound-mail-service tells it at this moment.
 *
 * @param signatureHtml the signature to put into the editor; null where none is to be seen there
 * @param history whether the customer gets the history: ALWAYS, NEVER or AGENT_DECIDES; null where it is not known
 * @param from who the reply will appear to come from; null where it is not known
 */
public record ReplyDraft(
        @Nullable String signatureHtml,
        @Nullable String history,
        @Nullable String from) {

    /** Nothing is known. */
    public static ReplyDraft none() {
        return new ReplyDraft(null, null, null);
    }

    /** What stands in the editor at first: an empty line to write in, then the signature. */
    public String html() {
        return signatureHtml == null || signatureHtml.isBlank() ? "" : "<p><br></p>" + signatureHtml;
    }

    /** Whether the customer gets the history; where the draft does not say so, as the log says. */
    public String historyOr(String known) {
        return history == null ? known : history;
    }
}
