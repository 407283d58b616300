package org.postroom.domain.signature.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.signature.HtmlCleaner;
import org.postroom.domain.signature.Signature;
import org.springframework.stereotype.Component;

/** Signatures in JSON; what is active in their HTML is taken out when they are read. */
@Component
final class SignatureForm extends ReadableForm<Signature, SignatureJson> {

    private final HtmlCleaner cleaner;

    SignatureForm(HtmlCleaner cleaner) {
        this.cleaner = cleaner;
    }

    @Override
    public SignatureJson json(@Nullable String id, @Nullable Long version, Signature signature) {
        return new SignatureJson(id, version, signature.name().value(), signature.html(), signature.text());
    }

    @Override
    public Signature value(Fields fields, SignatureJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var html = fields.required("html", json.html(), given -> cleaner.clean(Signature.notTooLong(given)));
        var text = fields.required("text", json.text(), Signature::notTooLong);
        return fields.whole(() -> new Signature(name.get(), html.get(), text.get()));
    }
}
