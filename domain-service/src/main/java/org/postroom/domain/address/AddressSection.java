package org.postroom.domain.address;

import java.util.Map;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.domain.transfer.http.FormSection;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/** Addresses in documents, where the whole address is the name. */
@Component
final class AddressSection extends FormSection<Address, AddressJson> {

    private final Directory<MailDomain> domains;
    private final Addresses addresses;

    AddressSection(Directory<Address> directory, AddressKind kind, Directory<MailDomain> domains, Addresses addresses) {
        super(directory, kind);
        this.domains = domains;
        this.addresses = addresses;
    }

    @Override
    protected Map<String, String> keyFields(SignedInUser user, String key) {
        int at = key.lastIndexOf('@');
        String localPart = at < 0 ? "" : key.substring(0, at);
        String domainName = key.substring(at + 1);
        String domain = domains.all(user).stream()
                .filter(entry -> entry.value().name().value().equals(domainName))
                .map(Entry::id)
                .findFirst()
                .orElse(domainName);
        return Map.of("domainId", domain, "localPart", localPart);
    }

    @Override
    protected Entry<Address> add(SignedInUser user, String key, AddressJson json) {
        return addresses.create(user, json.toDraft(new Fields()));
    }

    @Override
    protected Entry<Address> change(SignedInUser user, Item present, AddressJson json) {
        return addresses.replace(user, present.id(), present.version(), json.toDraft(new Fields()));
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        addresses.remove(user, present.id());
    }
}
