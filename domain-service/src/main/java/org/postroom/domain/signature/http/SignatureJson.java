package org.postroom.domain.signature.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.content.http.SubstitutionJson;
import org.postroom.domain.directory.http.EntryJson;

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
