package org.postroom.domain.signature.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;

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
        @Nullable String text)
        implements EntryJson {}
