package org.postroom.domain.maildomain;

import java.time.Clock;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.security.SignedInUser;

/** Adds mail domains, up to the limit. */
public final class MailDomains {

    private final Directory<MailDomain> domains;
    private final Changes changes;
    private final DomainLimit limit;
    private final Clock clock;

    /** Takes the directory of domains and the limit. */
    public MailDomains(Directory<MailDomain> domains, Changes changes, DomainLimit limit, Clock clock) {
        this.domains = domains;
        this.changes = changes;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Adds a domain to the user's organisation.
     *
     * @throws ConflictException where the limit is reached, or any organisation has the domain already
     */
    public Entry<MailDomain> add(SignedInUser user, DomainName name) {
        return changes.inOrganisation(user.organisationId(), () -> {
            int present = domains.all(user).size();
            if (present >= limit.perOrganisation()) {
                throw new ConflictException("expected fewer than %d domains in your organisation, but it has %d"
                        .formatted(limit.perOrganisation(), present));
            }
            return domains.create(user, new MailDomain(name, clock.instant()));
        });
    }
}
