package org.postroom.outbound.signing;

import java.util.Optional;
import org.postroom.outbound.signing.SigningKeys.SigningKey;

/** The key that the mail of all system domains is signed with, in the name of the platform's own domain. */
@FunctionalInterface
public interface PlatformKeys {

    /** The key; made when first asked for; empty where the installation names no domain of its own. */
    Optional<SigningKey> key();
}
