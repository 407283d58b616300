package org.postroom.outbound.reply;

import org.jspecify.annotations.Nullable;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.directory.Signature;

/**
 * What an agent's editor begins with.
 *
 * @param from who the reply will come from
 * @param history whether it carries the history
 * @param signature what stands in the editor already, before the history; null for nothing
 */
public record Beginning(
        Mailbox from, HistoryRule history, @Nullable Signature signature) {}
