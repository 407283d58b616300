package org.postroom.outbound.organisation;

import java.util.Optional;
import org.postroom.runtime.id.OrganisationId;

/** What composing knows of organisations. */
public interface Organisations {

    /** Its name; empty where it is not known. */
    Optional<String> name(OrganisationId organisationId);

    /** It is called so now. */
    void named(OrganisationId organisationId, String name);

    /** True where it was removed for good. */
    boolean removed(OrganisationId organisationId);

    /** It was removed for good: forgets all that composing keeps of it. */
    void remove(OrganisationId organisationId);
}
