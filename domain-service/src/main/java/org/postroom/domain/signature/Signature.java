package org.postroom.domain.signature;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.content.Content;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.postroom.domain.library.Library;
import org.postroom.domain.library.LibraryId;

/**
 * What stands below an answer.
 *
 * @param name the name for those who choose it, alone in the organisation
 * @param library the library it stands in; null for none
 * @param content the text
 */
public record Signature(Name name, @Nullable LibraryId library, Content content) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("signature");

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
        return library == null ? List.of() : List.of(new Reference("libraryId", Library.KIND, library.value()));
    }
}
