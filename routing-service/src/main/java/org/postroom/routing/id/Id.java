package org.postroom.routing.id;

/** A name of something, opaque: equal names mean the same thing, and nothing may be read out of one. */
public sealed interface Id
        permits AddressId,
                AgentId,
                BounceId,
                FlowId,
                MessageId,
                Numbered,
                OfferId,
                OrganisationId,
                QueueId,
                ReplyId,
                SenderId,
                SkillId,
                SubjectId,
                WrapUpCodeId {

    /** The name as it stands in events; never blank. */
    String value();

    /** Returns nothing and refuses a blank value with a message that says what was expected. */
    static void requireText(String value, String expected) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("expected " + expected + ", but got blank text");
        }
    }
}
