package org.postroom.domain.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes wrap-up codes. */
@Component
final class WrapUpCodeKind extends ReadableKind<WrapUpCode, WrapUpCodeKind.WrapUpCodeJson> {

    WrapUpCodeKind() {
        super(WrapUpCode.class, WrapUpCodeJson.class, Layout.named("wrapUpCodes", WrapUpCode.KIND, Map.of()));
    }

    @Override
    public WrapUpCodeJson json(@Nullable String id, @Nullable Long version, WrapUpCode wrapUpCode) {
        return new WrapUpCodeJson(id, version, wrapUpCode.name().value());
    }

    @Override
    public WrapUpCode value(Fields fields, WrapUpCodeJson json) {
        var name = fields.required("name", json.name(), Name::new);
        return fields.whole(() -> new WrapUpCode(name.get()));
    }

    @Override
    public WrapUpCodeConfigured event(String organisationId, Entry<WrapUpCode> entry) {
        return WrapUpCodeConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setWrapUpCodeId(entry.id())
                .setName(entry.value().name().value())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * A wrap up code in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name
     */
    record WrapUpCodeJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name) implements EntryJson {}

    /** The wrap-up codes of the caller's organisation. */
    @RestController
    @RequestMapping("/api/wrap-up-codes")
    static class WrapUpCodeController extends DirectoryController<WrapUpCode, WrapUpCodeJson> {

        WrapUpCodeController(Directory<WrapUpCode> wrapUpCodes, WrapUpCodeKind kind) {
            super(wrapUpCodes, kind);
        }
    }
}
