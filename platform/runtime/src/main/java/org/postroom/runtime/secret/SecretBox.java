package org.postroom.runtime.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts what must not lie open where it is kept, with AES-256-GCM. What was sealed for one organisation and purpose opens
 * for no other. Of several master keys the first one seals and all of them open, so that a new one can take over.
 */
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String EXPECTED =
            "expected 32 bytes in base64 (make them with: openssl rand -base64 32), but ";

    private final Aead aead;

    private SecretBox(Aead aead) {
        this.aead = aead;
    }

    /**
     * Makes a box.
     *
     * @param masterKeys 32 random bytes in base64; or several such keys, parted by commas: the first one seals, all of them
     *     open
     * @throws IllegalArgumentException where it is anything else; the message does not repeat it
     */
    public static SecretBox of(String masterKeys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keys = KeysetHandle.newBuilder();
            boolean first = true;
            for (String masterKey : masterKeys.split(",", -1)) {
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(key(decoded(masterKey))).withRandomId();
                keys.addEntry(first ? entry.makePrimary() : entry);
                first = false;
            }
            return new SecretBox(keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected AES-256-GCM to be available, but it is not", impossible);
        }
    }

    @AccessesPartialKey
    private static AesGcmKey key(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
    }

    /** Encrypts a secret for one organisation and purpose. */
    public byte[] seal(byte[] secret, String organisationId, String purpose) {
        try {
            return aead.encrypt(secret, context(organisationId, purpose));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected the secret to be encrypted, but it was not", impossible);
        }
    }

    /**
     * Decrypts what {@link #seal} encrypted for the same organisation and purpose.
     *
     * @throws IllegalStateException where it was sealed with another key, or for another organisation or purpose
     */
    public byte[] open(byte[] sealed, String organisationId, String purpose) {
        try {
            return aead.decrypt(sealed, context(organisationId, purpose));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "expected a secret that was sealed with the present master key for this organisation and purpose,"
                            + " but it does not open",
                    refused);
        }
    }

    static byte[] decoded(String masterKey) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(masterKey.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(EXPECTED + "it is not base64");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(EXPECTED + "got " + key.length);
        }
        return key;
    }

    private static byte[] context(String organisationId, String purpose) {
        return (organisationId + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
