package org.postroom.domain.maildomain.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.Field;
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
        @Nullable Instant addedAt) {

    static MailDomainJson of(Entry<MailDomain> entry) {
        MailDomain domain = entry.value();
        return new MailDomainJson(entry.id(), entry.version(), domain.name().value(), domain.addedAt());
    }

    DomainName toName() {
        return Field.required("name", name, DomainName::new);
    }
}
