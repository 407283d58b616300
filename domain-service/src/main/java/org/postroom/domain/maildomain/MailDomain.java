package org.postroom.domain.maildomain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * A mail domain that an organisation has added. Whether it is proven is not known here: verification decides it.
 *
 * @param name the host name, alone in the installation
 * @param addedAt when it was added
 */
public record MailDomain(DomainName name, Instant addedAt) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("domain");

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inInstallation(name.value()));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }
}
