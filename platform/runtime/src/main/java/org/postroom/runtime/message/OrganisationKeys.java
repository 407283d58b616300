package org.postroom.runtime.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.runtime.secret.SecretBox;

/**
 * The keys that organisations' messages are encrypted with: one for each, made with its first message, wrapped by the
 * installation's master key, shared by all that use the store, and destroyed with the organisation, for good.
 *
 * <p>Whether a key still exists is looked up each time. What is kept in memory is its unwrapped form, for a bounded time.
 */
final class OrganisationKeys {

    /** How many octets are encrypted at a time. */
    static final int PIECE = 16 * 1024;

    /** Tink's own choices, but for longer segments, since each costs something of its own. */
    private static final AesGcmHkdfStreamingParameters SEGMENTS = segments();

    /** How long an unwrapped key may stay in memory, used or not. */
    static final Duration IN_MEMORY = Duration.ofMinutes(1);

    private static final String PURPOSE = "message-store";
    private static final String FOR_NAMING = "names of derived contents";
    private static final String NAMING = "HmacSHA256";
    private static final Object NONE = new Object();
    private static final byte DESTROYED = 0;
    private static final byte SEALED = 1;
    private static final int MOST_IN_MEMORY = 1_000;

    /** No organisation's identifier begins with a dot. */
    private static final String CHECK = ".check";

    private final WrappedKeys wrapped;
    private final SecretBox masterKey;
    private final Cache<String, Unwrapped> inMemory;

    private record Unwrapped(Object edition, StreamingAead key, SecretKey naming) {}

    private OrganisationKeys(WrappedKeys wrapped, SecretBox masterKey, Duration inMemory) {
        this.wrapped = wrapped;
        this.masterKey = masterKey;
        this.inMemory = Caffeine.newBuilder()
                .maximumSize(MOST_IN_MEMORY)
                .expireAfterWrite(inMemory)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /**
     * Opens the keys of an installation.
     *
     * @throws IllegalArgumentException where they are wrapped by another master key
     */
    static OrganisationKeys open(WrappedKeys wrapped, SecretBox masterKey, Duration inMemory) throws IOException {
        try {
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected AES-GCM-HKDF to be available, but it is not", impossible);
        }
        byte[] check = masterKey.seal(CHECK.getBytes(StandardCharsets.UTF_8), CHECK, PURPOSE);
        byte[] first = wrapped.addIfAbsent(CHECK, check);
        try {
            masterKey.open(first, CHECK, PURPOSE);
        } catch (IllegalStateException sealedWithAnother) {
            throw new IllegalArgumentException(
                    "expected the master key that this message store was begun with (after a change the new one, a comma,"
                            + " and the former one), but it is another",
                    sealedWithAnother);
        }
        return new OrganisationKeys(wrapped, masterKey, inMemory);
    }

    /**
     * Returns an organisation's key, which is made now where it has none.
     *
     * @throws IOException where the key cannot be reached now, or was destroyed
     */
    StreamingAead forStoring(String organisationId) throws IOException {
        if (!Identifiers.isOrganisation(organisationId)) {
            throw new IOException("expected an organisation id of letters, digits, - and _, but got " + organisationId);
        }
        Optional<StreamingAead> known = inMemory(organisationId);
        if (known.isPresent()) {
            return known.get();
        }
        // One that is there already is added, too: only then is it certain to be durable.
        wrapped.addIfAbsent(organisationId, sealed(SEALED, fresh(organisationId)));
        Object edition = edition(organisationId);
        byte[] stored = wrapped.find(organisationId).orElseGet(() -> new byte[] {DESTROYED});
        if (isDestroyed(stored)) {
            throw new IOException("expected an organisation that exists, but " + organisationId
                    + " was removed and its key destroyed");
        }
        return unwrapped(organisationId, edition, stored);
    }

    /** Returns an organisation's key; empty where it has none, or none any more. */
    Optional<StreamingAead> forReading(String organisationId) throws IOException {
        Optional<StreamingAead> known = inMemory(organisationId);
        if (known.isPresent()) {
            return known;
        }
        Object edition = edition(organisationId);
        byte[] stored = wrapped.find(organisationId).orElse(null);
        if (stored == null || isDestroyed(stored)) {
            inMemory.invalidate(organisationId);
            return Optional.empty();
        }
        return Optional.of(unwrapped(organisationId, edition, stored));
    }

    /**
     * Returns the key by which an organisation's contents are named; it hangs on the organisation's key, and tells nothing of it.
     *
     * @throws IOException where that cannot be reached now, or was destroyed
     */
    SecretKey forNaming(String organisationId) throws IOException {
        forStoring(organisationId);
        Unwrapped present = inMemory.getIfPresent(organisationId);
        if (present == null) {
            throw new IOException("expected the key of the organisation " + organisationId + ", but it is gone");
        }
        return present.naming();
    }

    /** Whether an organisation's key was destroyed, or it was kept from ever having one. */
    boolean isDestroyed(String organisationId) throws IOException {
        return inMemory(organisationId).isEmpty()
                && wrapped.find(organisationId)
                        .map(OrganisationKeys::isDestroyed)
                        .orElse(false);
    }

    /** Destroys an organisation's key, and keeps it from getting another one. */
    void destroy(String organisationId) throws IOException {
        byte[] stored = wrapped.addIfAbsent(organisationId, new byte[] {DESTROYED});
        if (!isDestroyed(stored)) {
            wrapped.erase(organisationId);
        }
        inMemory.invalidate(organisationId);
    }

    /** How many unwrapped keys are in memory. */
    long inMemory() {
        return inMemory.asMap().size();
    }

    /** The key that was unwrapped before; empty where what is kept has changed since. */
    private Optional<StreamingAead> inMemory(String organisationId) throws IOException {
        Unwrapped present = inMemory.getIfPresent(organisationId);
        return present == null
                ? Optional.empty()
                : wrapped.edition(organisationId)
                        .filter(present.edition()::equals)
                        .map(same -> present.key());
    }

    /** To be asked before the content, so that a change in between is seen the next time. */
    private Object edition(String organisationId) throws IOException {
        return wrapped.edition(organisationId).orElse(NONE);
    }

    private StreamingAead unwrapped(String organisationId, Object edition, byte[] stored) throws IOException {
        Unwrapped opened = unwrap(organisationId, edition, stored);
        inMemory.put(organisationId, opened);
        return opened.key();
    }

    private Unwrapped unwrap(String organisationId, Object edition, byte[] stored) throws IOException {
        try {
            byte[] keyset = masterKey.open(Arrays.copyOfRange(stored, 1, stored.length), organisationId, PURPOSE);
            StreamingAead key = TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
            Mac naming = ContentNaming.mac(new SecretKeySpec(keyset, NAMING));
            byte[] derived = naming.doFinal(FOR_NAMING.getBytes(StandardCharsets.UTF_8));
            return new Unwrapped(edition, key, new SecretKeySpec(derived, NAMING));
        } catch (GeneralSecurityException | IllegalStateException refused) {
            throw new IOException(
                    "expected the key of the organisation " + organisationId
                            + " to open with the master key, but it is damaged or was wrapped by another one",
                    refused);
        }
    }

    private byte[] fresh(String organisationId) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(SEGMENTS);
            return masterKey.seal(
                    TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()),
                    organisationId,
                    PURPOSE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected a key to be made, but it was not", impossible);
        }
    }

    private static byte[] sealed(byte form, byte[] content) {
        byte[] stored = new byte[content.length + 1];
        stored[0] = form;
        System.arraycopy(content, 0, stored, 1, content.length);
        return stored;
    }

    private static boolean isDestroyed(byte[] stored) {
        return stored.length > 0 && stored[0] == DESTROYED;
    }

    private static AesGcmHkdfStreamingParameters segments() {
        try {
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(PIECE)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected parameters that Tink knows, but it refuses them", impossible);
        }
    }
}
