package org.postroom.domain.cannedresponse.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.cannedresponse.CannedResponse;
import org.postroom.domain.content.HtmlCleaner;
import org.postroom.domain.content.http.SubstitutionJson;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.library.LibraryId;
import org.springframework.stereotype.Component;

/** Canned responses in JSON; what is active in their HTML is taken out when they are read. */
@Component
final class CannedResponseForm extends ReadableForm<CannedResponse, CannedResponseJson> {

    private final HtmlCleaner cleaner;

    CannedResponseForm(HtmlCleaner cleaner) {
        super(CannedResponseJson.class);
        this.cleaner = cleaner;
    }

    @Override
    public CannedResponseJson json(@Nullable String id, @Nullable Long version, CannedResponse cannedResponse) {
        LibraryId library = cannedResponse.library();
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
        var library = fields.optional("libraryId", json.libraryId(), LibraryId::new);
        var content = SubstitutionJson.content(fields, cleaner, json.html(), json.text(), json.substitutions());
        return fields.whole(() -> new CannedResponse(name.get(), library.orNull(), content.get()));
    }
}
