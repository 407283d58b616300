package org.postroom.domain.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.events.configuration.LibraryConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes libraries. */
@Component
final class LibraryKind extends ReadableKind<Library, LibraryKind.LibraryJson> {

    LibraryKind() {
        super(Library.class, LibraryJson.class, Layout.named("libraries", Library.KIND, Map.of()));
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

    @Override
    public LibraryConfigured event(String organisationId, Entry<Library> entry) {
        return LibraryConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setLibraryId(entry.id())
                .setName(entry.value().name().value())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * A library in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name
     */
    record LibraryJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name) implements EntryJson {}

    /** The libraries of the caller's organisation. */
    @RestController
    @RequestMapping("/api/libraries")
    static class LibraryController extends DirectoryController<Library, LibraryJson> {

        LibraryController(Directory<Library> libraries, LibraryKind kind) {
            super(libraries, kind);
        }
    }
}
