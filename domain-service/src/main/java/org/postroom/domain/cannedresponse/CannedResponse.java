package org.postroom.domain.cannedresponse;

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
 * An answer, or a piece of one, that agents need not write anew.
 *
 * @param name the name for those who choose it, alone in the organisation
 * @param library the library it stands in; null for none
 * @param content the text
 */
public record CannedResponse(Name name, @Nullable LibraryId library, Content content) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("canned-response");

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
