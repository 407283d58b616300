package org.postroom.outbound.signing;

import java.util.List;
import org.postroom.runtime.id.OrganisationId;

/** System domains are signed for by the platform, custom domains with keys of their own. */
public final class ChooseKeys implements SigningKeys {

    private final DkimKeys keys;
    private final PlatformKeys platform;

    /** Takes both sorts of keys. */
    public ChooseKeys(DkimKeys keys, PlatformKeys platform) {
        this.keys = keys;
        this.platform = platform;
    }

    /** A domain whose mail leaves through its owner's server may never have published our records: only found ones count. */
    @Override
    public List<SigningKey> of(OrganisationId organisationId, SendingDomain domain) {
        if (domain.use().system()) {
            return platform.key().stream().toList();
        }
        return keys
                .ofDomain(organisationId, domain.domainId())
                .signing(domain.use().customSmtp())
                .stream()
                .map(key -> new SigningKey(
                        domain.domainName(), keys.open(organisationId, domain.domainId(), key.selector())))
                .toList();
    }
}
