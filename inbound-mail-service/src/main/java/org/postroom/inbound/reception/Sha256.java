package org.postroom.inbound.reception;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Begins SHA-256 digests. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
