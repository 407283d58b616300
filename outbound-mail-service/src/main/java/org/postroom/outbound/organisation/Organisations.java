package org.postroom.outbound.organisation;

import java.util.Optional;

/** What composing knows of organisations. */
public interface Organisations {

    /** Its name; empty where it is not known. */
    Optional<String> name(String organisationId);

    /** It is called so now. */
    void named(String organisationId, String name);

    /** True where it was removed for good. */
    boolean removed(String organisationId);

    /** It was removed for good: forgets all that composing keeps of it. */
    void remove(String organisationId);
}
