package org.postroom.inbound.authenticity.dkim;

import java.util.Locale;
import java.util.Optional;

/** How a signature is made (RFC 6376, section 3.3; RFC 8463). */
enum Algorithm {
    RSA_SHA1("rsa", "sha1", "SHA-1"),
    RSA_SHA256("rsa", "sha256", "SHA-256"),
    ED25519_SHA256("ed25519", "sha256", "SHA-256");

    private final String keyType;
    private final String hash;
    private final String digest;

    Algorithm(String keyType, String hash, String digest) {
        this.keyType = keyType;
        this.hash = hash;
        this.digest = digest;
    }

    static Optional<Algorithm> of(String tag) {
        for (Algorithm algorithm : values()) {
            if (tag.toLowerCase(Locale.ROOT).equals(algorithm.keyType + "-" + algorithm.hash)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The word for the key in its record. */
    String keyType() {
        return keyType;
    }

    /** The word for the digest in a key's record. */
    String hash() {
        return hash;
    }

    /** The digest in Java's words. */
    String digest() {
        return digest;
    }
}
