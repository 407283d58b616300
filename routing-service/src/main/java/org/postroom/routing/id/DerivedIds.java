package org.postroom.routing.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that follow from what they name (RFC 9562, version 3), so that replaying the journal yields the same ones. They
 * are unique because the mail's id is, and need not be secret.
 */
public final class DerivedIds {

    private DerivedIds() {}

    /** The conversation that begins with a mail. */
    public static ConversationId conversationOf(EmailId first) {
        return new ConversationId(derive("conversation:" + first.value()));
    }

    /** The interaction that begins with a mail. */
    public static InteractionId interactionOf(EmailId first) {
        return new InteractionId(derive("interaction:" + first.value()));
    }

    /** The offer of an interaction with the given number, counted from 1. */
    public static OfferId offerOf(InteractionId interaction, int number) {
        return new OfferId(derive("offer:" + interaction.value() + ':' + number));
    }

    private static String derive(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
