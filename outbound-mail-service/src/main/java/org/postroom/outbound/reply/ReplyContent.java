package org.postroom.outbound.reply;

/**
 * What the agent wrote, in both forms, without signature and history.
 *
 * @param text the plain text, not blank
 * @param html the HTML, sanitised
 */
public record ReplyContent(String text, String html) {}
