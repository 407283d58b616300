package org.postroom.outbound.signing;

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
 * Encrypts what must not lie open in the database, with AES-256-GCM. What was sealed for one organisation and purpose
 * opens for no other.
 */
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;

    private SecretBox(Aead aead) {
        this.aead = aead;
    }

    /**
     * Makes a box.
     *
     * @param masterKey 32 random bytes, in base64
     * @throws IllegalArgumentException where it is anything else; the message does not repeat it
     */
    @AccessesPartialKey
    public static SecretBox of(String masterKey) {
        byte[] key = decoded(masterKey);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "expected 32 bytes in base64 (make them with: openssl rand -base64 32), but got " + key.length);
        }
        try {
            AeadConfig.register();
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(IV_BYTES)
                    .setTagSizeBytes(TAG_BYTES)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey aesKey = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            KeysetHandle handle = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(aesKey).withRandomId().makePrimary())
                    .build();
            return new SecretBox(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected AES-256-GCM to be available, but it is not", impossible);
        }
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

    private static byte[] decoded(String masterKey) {
        try {
            return Base64.getDecoder().decode(masterKey.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "expected 32 bytes in base64 (make them with: openssl rand -base64 32), but it is not base64");
        }
    }

    private static byte[] context(String organisationId, String purpose) {
        return (organisationId + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
