package org.postroom.domain.address.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.directory.Directory;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail addresses of the caller's organisation. */
@RestController
@RequestMapping(AddressController.PATH)
@PreAuthorize("hasAuthority('routing:email:manage')")
class AddressController {

    static final String PATH = "/api/addresses";

    private final Directory<Address> directory;
    private final Addresses addresses;

    AddressController(Directory<Address> directory, Addresses addresses) {
        this.directory = directory;
        this.addresses = addresses;
    }

    @GetMapping
    List<AddressJson> all(SignedInUser user) {
        return directory.all(user).stream().map(AddressJson::of).toList();
    }

    @GetMapping("/{id}")
    AddressJson one(SignedInUser user, @PathVariable String id) {
        return AddressJson.of(directory.get(user, id));
    }

    @PostMapping
    ResponseEntity<AddressJson> create(SignedInUser user, @RequestBody AddressJson address) {
        var created = addresses.create(user, address.toDraft());
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(AddressJson.of(created));
    }

    @PutMapping("/{id}")
    AddressJson replace(SignedInUser user, @PathVariable String id, @RequestBody AddressJson address) {
        return AddressJson.of(addresses.replace(user, id, address.versionToReplace(), address.toDraft()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        directory.remove(user, id);
    }
}
