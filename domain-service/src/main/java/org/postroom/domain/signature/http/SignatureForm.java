package org.postroom.domain.signature.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.content.HtmlCleaner;
import org.postroom.domain.content.http.SubstitutionJson;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.library.LibraryId;
import org.postroom.domain.signature.Signature;
import org.springframework.stereotype.Component;

/** Signatures in JSON; what is active in their HTML is taken out when they are read. */
@Component
final class SignatureForm extends ReadableForm<Signature, SignatureJson> {

    private final HtmlCleaner cleaner;

    SignatureForm(HtmlCleaner cleaner) {
        super(SignatureJson.class);
        this.cleaner = cleaner;
    }

    @Override
    public SignatureJson json(@Nullable String id, @Nullable Long version, Signature signature) {
        LibraryId library = signature.library();
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
        var library = fields.optional("libraryId", json.libraryId(), LibraryId::new);
        var content = SubstitutionJson.content(fields, cleaner, json.html(), json.text(), json.substitutions());
        return fields.whole(() -> new Signature(name.get(), library.orNull(), content.get()));
    }
}
