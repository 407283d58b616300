package org.postroom.domain.library.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.library.Library;
import org.springframework.stereotype.Component;

/** Libraries in JSON. */
@Component
final class LibraryForm extends ReadableForm<Library, LibraryJson> {

    LibraryForm() {
        super(LibraryJson.class);
    }

    @Override
    public LibraryJson json(@Nullable String id, @Nullable Long version, Library library) {
        return new LibraryJson(id, version, library.name().value());
    }

    @Override
    public Library value(Fields fields, LibraryJson json) {
        var name = fields.required("name", json.name(), Name::new);
        return fields.whole(() -> new Library(name.get()));
    }
}
