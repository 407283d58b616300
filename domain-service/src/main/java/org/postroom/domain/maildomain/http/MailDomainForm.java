package org.postroom.domain.maildomain.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.JsonForm;
import org.postroom.domain.maildomain.MailDomain;
import org.springframework.stereotype.Component;

/** Mail domains in JSON. */
@Component
final class MailDomainForm extends JsonForm<MailDomain, MailDomainJson> {

    MailDomainForm() {
        super(MailDomainJson.class);
    }

    @Override
    public MailDomainJson json(@Nullable String id, @Nullable Long version, MailDomain domain) {
        return MailDomainJson.of(id, version, domain);
    }
}
