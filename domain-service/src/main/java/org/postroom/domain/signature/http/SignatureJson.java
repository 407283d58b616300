package org.postroom.domain.signature.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Field;
import org.postroom.domain.signature.HtmlCleaner;
import org.postroom.domain.signature.Signature;

/**
 * A signature in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name the name for administrators
 * @param html the form for HTML mail; what is active in it is taken out
 * @param text the form for plain-text mail
 */
record SignatureJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String html,
        @Nullable String text) {

    static SignatureJson of(Entry<Signature> entry) {
        Signature signature = entry.value();
        return new SignatureJson(
                entry.id(), entry.version(), signature.name().value(), signature.html(), signature.text());
    }

    long versionToReplace() {
        return Field.version(version);
    }

    Signature toSignature(HtmlCleaner cleaner) {
        return new Signature(
                Field.required("name", name, Name::new),
                Field.required("html", html, given -> cleaner.clean(Signature.notTooLong(given))),
                Field.required("text", text, Signature::notTooLong));
    }
}
