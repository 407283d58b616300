package org.postroom.domain.organisation;

import java.time.Instant;

/** Tells the rest of Postroom about organisations, as part of the change itself. */
public interface OrganisationPublisher {

    /** An organisation was created. */
    void created(Organisation organisation, Instant at);
}
