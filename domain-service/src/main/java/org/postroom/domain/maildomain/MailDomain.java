package org.postroom.domain.maildomain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.postroom.mail.DomainName;

/**
 * A mail domain of an organisation. Whether it is proven is not known here: verification decides it.
 *
 * @param name the host name; it never changes. Other organisations may claim the same, unless it is a system domain's
 * @param type whose name it is; it never changes
 * @param settings how its mail comes and goes
 * @param addedAt when it was added
 */
public record MailDomain(DomainName name, DomainType type, DomainSettings settings, Instant addedAt)
        implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("domain");

    /** The same domain with other settings. */
    public MailDomain with(DomainSettings changed) {
        return new MailDomain(name, type, changed, addedAt);
    }

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(
                switch (type) {
                    case SYSTEM -> UniqueName.inInstallation(name.value());
                    case CUSTOM -> UniqueName.inOrganisation(name.value());
                });
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    /** Whose name a domain is. */
    public enum DomainType {
        /** A name below the platform's domain, made of the organisation's account name; it needs no proof. */
        SYSTEM,
        /** The organisation's own name; it must be proven. */
        CUSTOM
    }
}
