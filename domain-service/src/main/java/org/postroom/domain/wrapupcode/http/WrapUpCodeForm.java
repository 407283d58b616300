package org.postroom.domain.wrapupcode.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.wrapupcode.WrapUpCode;
import org.springframework.stereotype.Component;

/** Wrap-up codes in JSON. */
@Component
final class WrapUpCodeForm extends ReadableForm<WrapUpCode, WrapUpCodeJson> {

    WrapUpCodeForm() {
        super(WrapUpCodeJson.class);
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
}
