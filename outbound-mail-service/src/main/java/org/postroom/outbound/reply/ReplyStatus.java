package org.postroom.outbound.reply;

/**
 * A requested reply and its newest news.
 *
 * @param reply the reply
 * @param progress how far it has come
 */
public record ReplyStatus(RequestedReply reply, ReplyProgress progress) {}
