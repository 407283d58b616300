package org.postroom.domain.organisation;

import java.time.Instant;
import org.postroom.runtime.id.OrganisationId;

/** Tells the rest of Postroom about organisations, as part of the change itself. */
public interface OrganisationPublisher {

    /** An organisation was created. */
    void created(RegisteredOrganisation organisation);

    /** An organisation has new settings. */
    void changed(RegisteredOrganisation organisation, String changedBy, Instant at);

    /** An organisation was suspended. */
    void suspended(OrganisationId id, OrganisationState.Suspended state);

    /** An organisation may be used again. */
    void resumed(OrganisationId id, String resumedBy, Instant at);

    /** An organisation, and all that it owned, is gone. */
    void removed(OrganisationId id, String removedBy, Instant at);

    /** Tells how an organisation stands, without that anything happened to it. */
    void standing(RegisteredOrganisation organisation, Instant at);

    /** Tells that an organisation is gone that was removed some time ago. */
    void wasRemoved(OrganisationId id, Instant at);
}
