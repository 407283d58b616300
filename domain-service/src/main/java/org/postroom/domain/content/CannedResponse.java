package org.postroom.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;
import org.postroom.domain.directory.Reference;

/**
 * An answer, or a piece of one, that agents need not write anew.
 *
 * @param name the name for those who choose it, alone in the organisation
 * @param library the library it stands in; null for none
 * @param content the text
 */
public record CannedResponse(Name name, @Nullable Id<Library> library, Content content) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("canned-response");

    @Override
    public List<Reference> references() {
        return library == null ? List.of() : List.of(new Reference("libraryId", Library.KIND, library.value()));
    }
}
