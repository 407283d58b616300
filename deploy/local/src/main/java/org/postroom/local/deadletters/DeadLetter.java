package org.postroom.local.deadletters;

import java.time.Instant;

/**
 * A record that could not be processed, without its content: that is our users' and their customers'.
 *
 * @param id how the operator names it
 * @param reader which listener, or which step of routing, could not process it
 * @param about what it is about: organisation, or organisation/kind/id; its key where no more is known
 * @param event the kind of event
 * @param place where it stands in the log
 * @param octets the size of its content
 * @param setAsideAt since when it has been aside
 * @param state what is to be known of it in a few words: how often it failed, or that it waits
 * @param reason what went wrong, in one line
 * @param trace where it went wrong, for developers; may be empty
 */
public record DeadLetter(
        String id,
        String reader,
        String about,
        String event,
        String place,
        long octets,
        Instant setAsideAt,
        String state,
        String reason,
        String trace) {}
