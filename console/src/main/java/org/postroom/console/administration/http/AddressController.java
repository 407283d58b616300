package org.postroom.console.administration.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of addresses. */
@Page
@RequestMapping("/administration/addresses")
class AddressController extends EntryPages<Entry.Address> {

    AddressController(@Qualifier("domainService") ServiceClient domainService, AdministrationReadModel readModel) {
        super(Kind.ADDRESS, Entry.Address.class, domainService, readModel);
    }

    @Override
    Entry.Address blank() {
        return new Entry.Address(
                null, null, null, null, null, null, null, null, List.of(), null, List.of(), null, 0, null, "ALWAYS",
                false);
    }

    @Override
    Entry.Address read(@Nullable String id, Form form) {
        return new Entry.Address(
                id,
                form.version(),
                form.text("domainId"),
                form.text("localPart"),
                form.text("address"),
                form.text("fromName"),
                form.text("fromAddress"),
                form.text("replyTo"),
                form.listed("hiddenBcc"),
                form.text("queueId"),
                form.skills(),
                form.text("language"),
                form.number("priority"),
                form.text("signatureId"),
                form.text("history"),
                form.ticked("multipleActions"));
    }

    @Override
    List<String> cells(Entry.Address address, Names names) {
        @Nullable String queue = address.queueId();
        return List.of(
                queue == null ? "only sends" : names.queues().getOrDefault(queue, queue),
                Objects.requireNonNullElse(address.language(), "any"),
                String.valueOf(Objects.requireNonNullElse(address.priority(), 0)),
                Objects.requireNonNullElse(address.fromName(), "") + " <" + address.fromAddress() + ">");
    }
}
