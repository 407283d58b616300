package org.postroom.domain.directory;

import java.util.List;
import java.util.Optional;

/** An entry that people call by a name which it has alone among the entries of its kind in its organisation. */
public interface Named extends Configured {

    /** The name. */
    Name name();

    @Override
    default String label() {
        return name().value();
    }

    @Override
    default Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(name().folded()));
    }

    /** The other entries that it needs; none unless a kind says so. */
    @Override
    default List<Reference> references() {
        return List.of();
    }
}
