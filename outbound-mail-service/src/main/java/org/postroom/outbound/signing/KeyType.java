package org.postroom.outbound.signing;

/** What kind of key a DKIM signature is made with. */
public enum KeyType {
    /** RSA with 2048 bits, which every verifier accepts (RFC 8301, section 3.2). */
    RSA("rsa"),
    /** Ed25519, which not every verifier knows yet, so it only ever adds a second signature (RFC 8463). */
    ED25519("ed25519");

    private final String tag;

    KeyType(String tag) {
        this.tag = tag;
    }

    /** The name in DNS (k=). */
    public String tag() {
        return tag;
    }

    /** The type with that name in DNS. */
    public static KeyType tagged(String tag) {
        return ED25519.tag.equals(tag) ? ED25519 : RSA;
    }
}
