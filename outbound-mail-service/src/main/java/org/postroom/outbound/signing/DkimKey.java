package org.postroom.outbound.signing;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A DKIM key: an RSA pair of 2048 bits, the size that every verifier accepts (RFC 8301, section 3.2). */
public final class DkimKey {

    /** The selector of a domain's first key. */
    public static final String FIRST_SELECTOR = "postroom1";

    private static final int BITS = 2048;
    private static final String RSA = "RSA";

    private final String selector;
    private final String publicKey;
    private final PrivateKey privateKey;

    private DkimKey(String selector, String publicKey, PrivateKey privateKey) {
        this.selector = selector;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Makes a new pair. */
    public static DkimKey generate(String selector) {
        try {
            var generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String publicKey =
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            return new DkimKey(selector, publicKey, pair.getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    /**
     * Restores a pair.
     *
     * @param selector names it in DNS
     * @param publicKey as {@link #publicKey()} gave it
     * @param privateKey as {@link #encodedPrivateKey()} gave it
     */
    public static DkimKey restore(String selector, String publicKey, byte[] privateKey) {
        try {
            return new DkimKey(
                    selector,
                    publicKey,
                    KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException broken) {
            throw new IllegalStateException("expected an RSA private key in PKCS #8, but it is not", broken);
        }
    }

    /** Names the key in DNS (s=). */
    public String selector() {
        return selector;
    }

    /** The public half, base64 of its DER form (p=). */
    public String publicKey() {
        return publicKey;
    }

    /** The private half in PKCS #8; to be sealed before it is stored. */
    public byte[] encodedPrivateKey() {
        return privateKey.getEncoded();
    }

    PrivateKey privateKey() {
        return privateKey;
    }
}
