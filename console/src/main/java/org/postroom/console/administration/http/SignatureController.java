package org.postroom.console.administration.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of signatures. */
@Page
@RequestMapping("/administration/signatures")
class SignatureController extends EntryPages<Entry.Signature> {

    SignatureController(@Qualifier("domainService") ServiceClient domainService, AdministrationReadModel readModel) {
        super(Kind.SIGNATURE, Entry.Signature.class, domainService, readModel);
    }

    @Override
    Entry.Signature blank() {
        return new Entry.Signature(null, null, null, "", "");
    }

    @Override
    Entry.Signature read(@Nullable String id, Form form) {
        return new Entry.Signature(
                id, form.version(), form.text("name"), form.textOrEmpty("html"), form.textOrEmpty("text"));
    }

    @Override
    List<String> cells(Entry.Signature signature, Names names) {
        return List.of();
    }
}
