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
import org.postroom.events.configuration.SignatureConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes signatures; what is active in their HTML is taken out when they are read. */
@Component
final class SignatureKind extends ReadableKind<Signature, SignatureKind.SignatureJson> {

    private final HtmlCleaner cleaner;

    SignatureKind(HtmlCleaner cleaner) {
        super(
                Signature.class,
                SignatureJson.class,
                Layout.named("signatures", Signature.KIND, Map.of("libraryId", Library.KIND)));
        this.cleaner = cleaner;
    }

    @Override
    public SignatureJson json(@Nullable String id, @Nullable Long version, Signature signature) {
        Id<Library> library = signature.library();
        return new SignatureJson(
                id,
                version,
                signature.name().value(),
                library == null ? null : library.value(),
                signature.content().html(),
                signature.content().text(),
                SubstitutionJson.of(signature.content().substitutions()));
    }

    @Override
    public Signature value(Fields fields, SignatureJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var library = fields.optional("libraryId", json.libraryId(), Id<Library>::new);
        var content = SubstitutionJson.content(fields, cleaner, json.html(), json.text(), json.substitutions());
        return fields.whole(() -> new Signature(name.get(), library.orNull(), content.get()));
    }

    @Override
    public SignatureConfigured event(String organisationId, Entry<Signature> entry) {
        Signature signature = entry.value();
        Id<Library> library = signature.library();
        return SignatureConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setSignatureId(entry.id())
                .setName(signature.name().value())
                .setLibraryId(library == null ? null : library.value())
                .setHtml(signature.content().html())
                .setText(signature.content().text())
                .setSubstitutions(SubstitutionEvents.of(signature.content()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * A signature in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name for those who choose it
     * @param libraryId the library it stands in; absent for none
     * @param html the form for HTML mail; what is active in it is taken out
     * @param text the form for plain-text mail
     * @param substitutions the names in both that stand for values
     */
    record SignatureJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable String libraryId,
            @Nullable String html,
            @Nullable String text,
            @Nullable List<SubstitutionJson> substitutions)
            implements EntryJson {}

    /** The signatures of the caller's organisation. */
    @RestController
    @RequestMapping("/api/signatures")
    static class SignatureController extends DirectoryController<Signature, SignatureJson> {

        SignatureController(Directory<Signature> signatures, SignatureKind kind) {
            super(signatures, kind);
        }
    }
}
