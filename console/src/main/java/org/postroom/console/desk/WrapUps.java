package org.postroom.console.desk;

/** What queues ask of their agents once a customer is served. */
public interface WrapUps {

    /** What is asked with an interaction; {@link WrapUp#UNKNOWN} where its queue is not known. */
    WrapUp of(String organisationId, String interactionId);
}
