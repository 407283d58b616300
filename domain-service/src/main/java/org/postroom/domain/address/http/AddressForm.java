package org.postroom.domain.address.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Address;
import org.postroom.domain.directory.http.JsonForm;
import org.springframework.stereotype.Component;

/** Addresses in JSON. */
@Component
final class AddressForm extends JsonForm<Address, AddressJson> {

    AddressForm() {
        super(AddressJson.class);
    }

    @Override
    public AddressJson json(@Nullable String id, @Nullable Long version, Address address) {
        return AddressJson.of(id, version, address);
    }
}
