package org.postroom.domain.address.http;

import org.postroom.domain.address.Address;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail addresses of the caller's organisation. */
@RestController
@RequestMapping(AddressController.PATH)
@PreAuthorize("hasAuthority('routing:email:manage')")
class AddressController extends EntryController<Address, AddressJson> {

    static final String PATH = "/api/addresses";

    private final Addresses addresses;

    AddressController(Directory<Address> directory, Addresses addresses) {
        super(directory, AddressJson::of);
        this.addresses = addresses;
    }

    @PostMapping
    ResponseEntity<AddressJson> create(SignedInUser user, @RequestBody AddressJson address) {
        return created(PATH, addresses.create(user, address.toDraft()));
    }

    @PutMapping("/{id}")
    AddressJson replace(SignedInUser user, @PathVariable String id, @RequestBody AddressJson address) {
        return shown(addresses.replace(user, id, versionOf(address.version()), address.toDraft()));
    }
}
