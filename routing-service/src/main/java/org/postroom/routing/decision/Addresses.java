package org.postroom.routing.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AddressId;

/** The configured addresses, and which mail addresses are the organisation's own. */
final class Addresses extends Slice<AddressId, Address> {

    private final Map<EmailAddress, Integer> own = new HashMap<>();

    Addresses() {
        super(EntityKind.ADDRESS, Address.class, AddressId::new);
    }

    boolean isOwn(EmailAddress address) {
        return own.containsKey(address);
    }

    /** Forgets which flows decide on spam. */
    void forgetSpamFlows() {
        for (var address : List.copyOf(all())) {
            if (address.spamFlowId() != null) {
                put(address.addressId(), address.withoutSpamFlow());
            }
        }
    }

    @Override
    void follow(AddressId id, @Nullable Address before, @Nullable Address after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(@Nullable Address address, int difference) {
        if (address == null) {
            return;
        }
        for (var mine : address.ownAddresses()) {
            own.merge(mine, difference, (count, change) -> count + change == 0 ? null : count + change);
        }
    }
}
