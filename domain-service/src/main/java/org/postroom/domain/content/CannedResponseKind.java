package org.postroom.domain.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes canned responses; what is active in their HTML is taken out when they are read. */
@Component
final class CannedResponseKind extends ReadableKind<CannedResponse, CannedResponseKind.CannedResponseJson> {

    private final HtmlCleaner cleaner;

    CannedResponseKind(HtmlCleaner cleaner) {
        super(
                CannedResponse.class,
                CannedResponseJson.class,
                Layout.named("cannedResponses", CannedResponse.KIND, Map.of("libraryId", Library.KIND)));
        this.cleaner = cleaner;
    }

    @Override
    public CannedResponseJson json(@Nullable String id, @Nullable Long version, CannedResponse cannedResponse) {
        Id<Library> library = cannedResponse.library();
        return new CannedResponseJson(
                id,
                version,
                cannedResponse.name().value(),
                library == null ? null : library.value(),
                cannedResponse.content().html(),
                cannedResponse.content().text(),
                SubstitutionJson.of(cannedResponse.content().substitutions()));
    }

    @Override
    public CannedResponse value(Fields fields, CannedResponseJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var library = fields.optional("libraryId", json.libraryId(), Id<Library>::new);
        var content = SubstitutionJson.content(fields, cleaner, json.html(), json.text(), json.substitutions());
        return fields.whole(() -> new CannedResponse(name.get(), library.orNull(), content.get()));
    }

    @Override
    public CannedResponseConfigured event(String organisationId, Entry<CannedResponse> entry) {
        CannedResponse cannedResponse = entry.value();
        Id<Library> library = cannedResponse.library();
        return CannedResponseConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setCannedResponseId(entry.id())
                .setName(cannedResponse.name().value())
                .setLibraryId(library == null ? null : library.value())
                .setHtml(cannedResponse.content().html())
                .setText(cannedResponse.content().text())
                .setSubstitutions(SubstitutionEvents.of(cannedResponse.content()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * A canned response in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name for those who choose it
     * @param libraryId the library it stands in; absent for none
     * @param html the form for HTML mail; what is active in it is taken out
     * @param text the form for plain-text mail
     * @param substitutions the names in both that stand for values
     */
    record CannedResponseJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable String libraryId,
            @Nullable String html,
            @Nullable String text,
            @Nullable List<SubstitutionJson> substitutions)
            implements EntryJson {}

    /** The canned responses of the caller's organisation. */
    @RestController
    @RequestMapping("/api/canned-responses")
    static class CannedResponseController extends DirectoryController<CannedResponse, CannedResponseJson> {

        CannedResponseController(Directory<CannedResponse> cannedResponses, CannedResponseKind kind) {
            super(cannedResponses, kind);
        }
    }
}
