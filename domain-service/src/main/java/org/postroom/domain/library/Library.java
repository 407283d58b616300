package org.postroom.domain.library;

import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * A shelf on which canned responses and signatures stand.
 *
 * @param name the name, alone in its organisation
 */
public record Library(Name name) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("library");

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(name.folded()));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }
}
