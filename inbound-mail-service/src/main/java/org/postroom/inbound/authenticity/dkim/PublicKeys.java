package org.postroom.inbound.authenticity.dkim;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Verifies signatures with keys of strangers. */
final class PublicKeys {

    private static final int SHORTEST_RSA = 1024;
    private static final int LONGEST_RSA = 8192;
    private static final BigInteger LARGEST_EXPONENT = BigInteger.ONE.shiftLeft(64);
    private static final int ED25519_LENGTH = 32;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private PublicKeys() {}

    /**
     * Reads a key.
     *
     * @throws GeneralSecurityException where it is none
     */
    static PublicKey read(KeyRecord key) throws GeneralSecurityException {
        return key.keyType().equals(Algorithm.ED25519_SHA256.keyType()) ? ed25519(key.key()) : rsa(key.key());
    }

    /** Whether a key is long enough to be believed (RFC 8301, section 3.2), and short enough to be used. */
    static boolean isOfGoodLength(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= SHORTEST_RSA
                    && bits <= LONGEST_RSA
                    && rsa.getPublicExponent().compareTo(LARGEST_EXPONENT) < 0;
        }
        return true;
    }

    /** Whether the key has signed the octets. */
    static boolean verifies(PublicKey key, Algorithm algorithm, byte[] signed, byte[] signature) {
        try {
            var verifier = Signature.getInstance(
                    switch (algorithm) {
                        case RSA_SHA1 -> "SHA1withRSA";
                        case RSA_SHA256 -> "SHA256withRSA";
                        case ED25519_SHA256 -> "Ed25519";
                    });
            verifier.initVerify(key);
            // RFC 8463, section 3: what Ed25519 signs is the digest.
            verifier.update(
                    algorithm == Algorithm.ED25519_SHA256
                            ? MessageDigest.getInstance(algorithm.digest()).digest(signed)
                            : signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    private static PublicKey ed25519(byte[] key) throws GeneralSecurityException {
        if (key.length != ED25519_LENGTH) {
            throw new InvalidKeySpecException("expected " + ED25519_LENGTH + " octets, but got " + key.length);
        }
        byte[] encoded = new byte[ED25519_PREFIX.length + key.length];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(key, 0, encoded, ED25519_PREFIX.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Most publish the key with its algorithm around it, some as RFC 6376 defines it, without. */
    private static PublicKey rsa(byte[] key) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        try {
            return factory.generatePublic(new X509EncodedKeySpec(key));
        } catch (InvalidKeySpecException bare) {
            return factory.generatePublic(new X509EncodedKeySpec(withAlgorithm(key)));
        }
    }

    private static byte[] withAlgorithm(byte[] key) {
        byte[] bits = new byte[key.length + 1];
        System.arraycopy(key, 0, bits, 1, key.length);
        byte[] string = der(0x03, bits);
        byte[] content = new byte[RSA_ALGORITHM.length + string.length];
        System.arraycopy(RSA_ALGORITHM, 0, content, 0, RSA_ALGORITHM.length);
        System.arraycopy(string, 0, content, RSA_ALGORITHM.length, string.length);
        return der(0x30, content);
    }

    private static byte[] der(int tag, byte[] content) {
        byte[] result = new byte[content.length + 4];
        result[0] = (byte) tag;
        result[1] = (byte) 0x82;
        result[2] = (byte) (content.length >> Byte.SIZE);
        result[3] = (byte) content.length;
        System.arraycopy(content, 0, result, 4, content.length);
        return result;
    }
}
