package org.postroom.domain.address.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.Addresses;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.signature.Signature;
import org.postroom.domain.skill.Skill;
import org.postroom.domain.transfer.Item;
import org.postroom.domain.transfer.Layout;
import org.postroom.domain.transfer.http.FormPart;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/** Addresses in documents, where the whole address is the name. */
@Component
final class AddressPart extends FormPart<Address, AddressJson> {

    private static final Layout LAYOUT = new Layout(
            "addresses",
            Address.KIND,
            Map.of(
                    "queueId",
                    Queue.KIND,
                    "flowId",
                    Flow.KIND,
                    "spamFlowId",
                    Flow.KIND,
                    "signatureId",
                    Signature.KIND,
                    "skills.skillId",
                    Skill.KIND),
            Set.of("domainId", "localPart", "address", "domainName"),
            List.of("fromAddress", "replyTo"));

    private final Directory<MailDomain> domains;
    private final Addresses addresses;

    AddressPart(Directory<Address> directory, AddressForm form, Directory<MailDomain> domains, Addresses addresses) {
        super(LAYOUT, directory, form);
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
}
