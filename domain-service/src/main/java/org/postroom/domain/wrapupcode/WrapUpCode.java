package org.postroom.domain.wrapupcode;

import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * How an interaction can end, in the organisation's own words.
 *
 * @param name the name, alone in its organisation
 */
public record WrapUpCode(Name name) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("wrap-up-code");

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
