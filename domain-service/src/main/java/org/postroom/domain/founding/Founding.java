package org.postroom.domain.founding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.Agent.EmailCapacity;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Id;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationContents;
import org.postroom.domain.organisation.Organisations.FirstAdministrator;
import org.postroom.domain.role.Role;
import org.postroom.domain.role.Roles;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.security.SignedInUser;

/** Gives a new organisation its system domain, its default roles and its first administrator. */
public final class Founding implements OrganisationContents {

    private static final EmailCapacity NO_WORK_YET = new EmailCapacity(0);

    private final MailDomains domains;
    private final Roles roles;
    private final Directory<Agent> agents;

    /** Takes where the first things are kept. */
    public Founding(MailDomains domains, Roles roles, Directory<Agent> agents) {
        this.domains = domains;
        this.roles = roles;
        this.agents = agents;
    }

    @Override
    public void begin(Organisation organisation, @Nullable FirstAdministrator administrator, String operator) {
        SignedInUser founder = founder(organisation.id(), operator);
        domains.addSystemDomain(founder);
        Id<Role> administers = roles.createDefaults(founder);
        if (administrator != null) {
            agents.create(
                    founder,
                    administrator.userId(),
                    new Agent(
                            administrator.displayName(),
                            NO_WORK_YET,
                            List.of(),
                            List.of(),
                            List.of(administers),
                            true));
        }
    }

    @Override
    public Optional<String> systemDomain(OrganisationId id) {
        return domains.systemDomain(founder(id, "nobody"))
                .map(domain -> domain.value().name().value());
    }

    private static SignedInUser founder(OrganisationId id, String operator) {
        return new SignedInUser(operator, id.value(), operator, Set.of());
    }
}
