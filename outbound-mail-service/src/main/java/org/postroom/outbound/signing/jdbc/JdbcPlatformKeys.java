package org.postroom.outbound.signing.jdbc;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.KeyType;
import org.postroom.outbound.signing.PlatformKeys;
import org.postroom.outbound.signing.SigningKeys.SigningKey;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.secret.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the platform's key as a row; of several replicas the first one's stays. */
@Repository
@InStage(Stage.SEND)
class JdbcPlatformKeys implements PlatformKeys {

    private static final String SELECTOR = "postroom-platform1";
    private static final String PURPOSE = "platform-dkim-private-key";

    private final JdbcClient database;
    private final SecretBox box;
    private final Clock clock;
    private final @Nullable String domainName;

    JdbcPlatformKeys(JdbcClient database, SecretBox box, SigningSettings settings, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
        String configured = settings.platformDomain();
        this.domainName = configured == null || configured.isBlank()
                ? null
                : configured.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<SigningKey> key() {
        String domain = domainName;
        if (domain == null) {
            return Optional.empty();
        }
        Optional<DkimKey> stored = stored(domain);
        if (stored.isEmpty()) {
            add(domain, DkimKey.generate(SELECTOR, KeyType.RSA));
            stored = stored(domain);
        }
        return stored.map(key -> new SigningKey(domain, key));
    }

    private Optional<DkimKey> stored(String domain) {
        return database.sql("""
                        select public_key, private_key from platform_key
                        where domain_name = :domain and selector = :selector
                        """)
                .param("domain", domain)
                .param("selector", SELECTOR)
                .query((row, number) -> DkimKey.restore(
                        SELECTOR,
                        KeyType.RSA,
                        row.getString("public_key"),
                        box.open(row.getBytes("private_key"), domain, PURPOSE)))
                .optional();
    }

    private void add(String domain, DkimKey key) {
        database.sql("""
                        insert into platform_key (domain_name, selector, public_key, private_key, created_at)
                        values (:domain, :selector, :public, :private, :at) on conflict do nothing
                        """)
                .param("domain", domain)
                .param("selector", SELECTOR)
                .param("public", key.publicKey())
                .param("private", box.seal(key.encodedPrivateKey(), domain, PURPOSE))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
