package org.postroom.console.administration;

import java.util.List;
import java.util.Optional;

/** What the log says about what an organisation has set up. */
public interface AdministrationReadModel {

    /** The domains, by name. */
    List<DomainStatus> domains(String organisationId);

    /** One domain; empty where the organisation has none with this identifier, or its events have not arrived yet. */
    Optional<DomainStatus> domain(String organisationId, String domainId);
}
