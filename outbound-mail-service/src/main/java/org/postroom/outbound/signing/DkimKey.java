package org.postroom.outbound.signing;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A DKIM key: an RSA pair of 2048 bits (RFC 8301), or an Ed25519 pair (RFC 8463). */
public final class DkimKey {

    private static final int BITS = 2048;
    private static final int ED25519_BYTES = 32;

    private final String selector;
    private final KeyType type;
    private final String publicKey;
    private final PrivateKey privateKey;

    private DkimKey(String selector, KeyType type, String publicKey, PrivateKey privateKey) {
        this.selector = selector;
        this.type = type;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Makes a new pair. */
    public static DkimKey generate(String selector, KeyType type) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm(type));
            if (type == KeyType.RSA) {
                generator.initialize(BITS);
            }
            KeyPair pair = generator.generateKeyPair();
            return new DkimKey(selector, type, published(type, pair.getPublic().getEncoded()), pair.getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has RSA and Ed25519", impossible);
        }
    }

    /**
     * Restores a pair.
     *
     * @param selector names it in DNS
     * @param type its type
     * @param publicKey as {@link #publicKey()} gave it
     * @param privateKey as {@link #encodedPrivateKey()} gave it
     */
    public static DkimKey restore(String selector, KeyType type, String publicKey, byte[] privateKey) {
        try {
            var factory = KeyFactory.getInstance(algorithm(type));
            return new DkimKey(selector, type, publicKey, factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException broken) {
            throw new IllegalStateException("expected a private key in PKCS #8, but it is not", broken);
        }
    }

    /** Names the key in DNS (s=). */
    public String selector() {
        return selector;
    }

    /** Its type. */
    public KeyType type() {
        return type;
    }

    /** The public half as DNS shows it (p=): base64 of the DER form for RSA, of the bare key for Ed25519. */
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

    /** RFC 8463, section 4.2: the DER form of an Ed25519 key ends with the 32 octets of the key itself. */
    private static String published(KeyType type, byte[] der) {
        byte[] octets = type == KeyType.RSA ? der : Arrays.copyOfRange(der, der.length - ED25519_BYTES, der.length);
        return Base64.getEncoder().encodeToString(octets);
    }

    private static String algorithm(KeyType type) {
        return type == KeyType.RSA ? "RSA" : "Ed25519";
    }
}
