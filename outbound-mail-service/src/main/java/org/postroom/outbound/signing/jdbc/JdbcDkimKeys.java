package org.postroom.outbound.signing.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.SecretBox;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each key as a row, its private half sealed. */
@Repository
@InStage(Stage.SEND)
class JdbcDkimKeys implements DkimKeys {

    private static final String PURPOSE = "dkim-private-key";

    private final JdbcClient database;
    private final SecretBox box;

    JdbcDkimKeys(JdbcClient database, SigningSettings settings) {
        this.database = database;
        this.box = box(settings);
    }

    @Override
    public Optional<DkimKey> ofDomain(String organisationId, String domainId) {
        return database.sql("""
                        select selector, public_key, private_key from dkim_key
                        where organisation_id = :organisation and domain_id = :domain order by created_at desc limit 1
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .query((row, number) -> DkimKey.restore(
                        row.getString("selector"),
                        row.getString("public_key"),
                        box.open(row.getBytes("private_key"), organisationId, PURPOSE)))
                .optional();
    }

    @Override
    public void add(String organisationId, String domainId, DkimKey key, Instant at) {
        database.sql("""
                        insert into dkim_key (organisation_id, domain_id, selector, public_key, private_key, created_at)
                        values (:organisation, :domain, :selector, :public, :private, :at)
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .param("selector", key.selector())
                .param("public", key.publicKey())
                .param("private", box.seal(key.encodedPrivateKey(), organisationId, PURPOSE))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SecretBox box(SigningSettings settings) {
        String masterKey = settings.masterKey();
        try {
            return SecretBox.of(masterKey == null ? "" : masterKey);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("postroom.outbound.master-key: " + invalid.getMessage(), invalid);
        }
    }
}
