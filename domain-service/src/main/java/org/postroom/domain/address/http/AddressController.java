package org.postroom.domain.address.http;

import org.postroom.domain.address.Address;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.directory.http.Fields;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail addresses of the caller's organisation. */
@RestController
@RequestMapping(AddressController.PATH)
class AddressController extends EntryController<Address, AddressJson> {

    static final String PATH = "/api/addresses";

    private final Addresses addresses;

    AddressController(Directory<Address> directory, AddressForm form, Addresses addresses) {
        super(PATH, "routing:email:manage", directory, form);
        this.addresses = addresses;
    }

    @Override
    protected Entry<Address> add(SignedInUser user, AddressJson address) {
        return addresses.create(user, address.toDraft(new Fields()));
    }

    @Override
    protected Entry<Address> change(SignedInUser user, String id, AddressJson address) {
        var fields = new Fields();
        var version = fields.version(address);
        var draft = address.toDraft(fields);
        return addresses.replace(user, id, version.get(), draft);
    }
}
