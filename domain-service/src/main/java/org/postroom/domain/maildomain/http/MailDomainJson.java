package org.postroom.domain.maildomain.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.maildomain.DomainName;
import org.postroom.domain.maildomain.MailDomain;

/**
 * A mail domain in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; ignored in requests, since a domain never changes
 * @param name the host name, in answers in ASCII form
 * @param addedAt when it was added; ignored in requests
 */
record MailDomainJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable Instant addedAt) implements EntryJson {

    static MailDomainJson of(@Nullable String id, @Nullable Long version, MailDomain domain) {
        return new MailDomainJson(id, version, domain.name().value(), domain.addedAt());
    }

    DomainName toName() {
        var fields = new Fields();
        var read = fields.required("name", name, DomainName::new);
        return fields.whole(read::get);
    }
}
