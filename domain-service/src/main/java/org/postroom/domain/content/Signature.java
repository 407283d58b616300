package org.postroom.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;
import org.postroom.domain.directory.Reference;

/**
 * What stands below an answer.
 *
 * @param name the name for those who choose it, alone in the organisation
 * @param library the library it stands in; null for none
 * @param content the text
 */
public record Signature(Name name, @Nullable Id<Library> library, Content content) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("signature");

    @Override
    public List<Reference> references() {
        return library == null ? List.of() : List.of(new Reference("libraryId", Library.KIND, library.value()));
    }
}
