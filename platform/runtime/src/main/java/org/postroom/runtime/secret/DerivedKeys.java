package org.postroom.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that follow from the master keys, one of each for every purpose: the same in all services that share the master keys, and
 * of no use for finding those. The first is from the master key that seals, the others from those that only open any more.
 */
public final class DerivedKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> masterKeys;

    private DerivedKeys(List<byte[]> masterKeys) {
        this.masterKeys = masterKeys;
    }

    /**
     * Takes the master keys.
     *
     * @param masterKeys 32 random bytes in base64; or several such keys, parted by commas
     * @throws IllegalArgumentException where it is anything else; the message does not repeat it
     */
    public static DerivedKeys of(String masterKeys) {
        return new DerivedKeys(
                Arrays.stream(masterKeys.split(",", -1)).map(SecretBox::decoded).toList());
    }

    /** The keys for a purpose, for codes by HMAC-SHA256 (RFC 2104): the first one proves, all of them are believed. */
    public List<SecretKey> forPurpose(String purpose) {
        return masterKeys.stream().map(key -> derived(key, purpose)).toList();
    }

    private static SecretKey derived(byte[] masterKey, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(masterKey, ALGORITHM));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException(
                    "expected every Java platform to have " + ALGORITHM + ", but it has not", unexpected);
        }
    }
}
