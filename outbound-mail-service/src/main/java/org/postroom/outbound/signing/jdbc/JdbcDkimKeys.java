package org.postroom.outbound.signing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.DkimKey;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.IssuedKey;
import org.postroom.outbound.signing.KeyRing;
import org.postroom.outbound.signing.KeyType;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.secret.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each key as a row, its private half sealed, and gone once the key is destroyed. */
@Repository
@InStage(Stage.SEND)
class JdbcDkimKeys implements DkimKeys {

    private static final String PURPOSE = "dkim-private-key";
    private static final String DOMAIN = " where organisation_id = :organisation and domain_id = :domain";
    private static final String KEY = DOMAIN + " and selector = :selector";
    private static final String OF_DOMAIN = """
            select k.organisation_id, k.domain_id, d.domain_name, k.selector, k.key_type from dkim_key k
            join sending_domain d on d.organisation_id = k.organisation_id and d.domain_id = k.domain_id
                and not d.removed
            """;

    private final JdbcClient database;
    private final SecretBox box;

    JdbcDkimKeys(JdbcClient database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public KeyRing ofDomain(OrganisationId organisationId, DomainId domainId) {
        return new KeyRing(domain(
                        "select selector, key_type, state, record_ok, created_at, activated_at, retires_at from dkim_key"
                                + DOMAIN + " order by created_at, selector",
                        organisationId,
                        domainId)
                .query((row, number) -> key(row))
                .list());
    }

    @Override
    public KeyRing lock(OrganisationId organisationId, DomainId domainId) {
        domain("select 1 from sending_domain" + DOMAIN + " for update", organisationId, domainId)
                .query(Integer.class)
                .list();
        return ofDomain(organisationId, domainId);
    }

    @Override
    public DkimKey open(OrganisationId organisationId, DomainId domainId, String selector) {
        return key("select key_type, public_key, private_key from dkim_key" + KEY, organisationId, domainId, selector)
                .query((row, number) -> DkimKey.restore(
                        selector,
                        KeyType.tagged(row.getString("key_type")),
                        row.getString("public_key"),
                        box.open(row.getBytes("private_key"), organisationId.value(), PURPOSE)))
                .single();
    }

    @Override
    public void add(OrganisationId organisationId, DomainId domainId, DkimKey key, IssuedKey.State state, Instant at) {
        database.sql("""
                        insert into dkim_key (organisation_id, domain_id, selector, key_type, public_key, private_key,
                            state, created_at, activated_at)
                        values (:organisation, :domain, :selector, :type, :public, :private, :state, :at, :activated)
                        """)
                .param("organisation", organisationId.value())
                .param("domain", domainId.value())
                .param("selector", key.selector())
                .param("type", key.type().tag())
                .param("public", key.publicKey())
                .param("private", box.seal(key.encodedPrivateKey(), organisationId.value(), PURPOSE))
                .param("state", state.name())
                .param("at", at(at))
                .param("activated", state == IssuedKey.State.ACTIVE ? at(at) : null)
                .update();
    }

    @Override
    public void activate(OrganisationId organisationId, DomainId domainId, String selector, Instant at) {
        key("update dkim_key set state = 'ACTIVE', activated_at = :at" + KEY, organisationId, domainId, selector)
                .param("at", at(at))
                .update();
    }

    @Override
    public void retire(OrganisationId organisationId, DomainId domainId, String selector, Instant retiresAt) {
        key("update dkim_key set state = 'RETIRING', retires_at = :at" + KEY, organisationId, domainId, selector)
                .param("at", at(retiresAt))
                .update();
    }

    @Override
    public void destroy(OrganisationId organisationId, DomainId domainId, String selector) {
        key("update dkim_key set state = 'RETIRED', private_key = null" + KEY, organisationId, domainId, selector)
                .update();
    }

    @Override
    public void recordFound(OrganisationId organisationId, DomainId domainId, String selector, boolean found) {
        key("update dkim_key set record_ok = :found" + KEY, organisationId, domainId, selector)
                .param("found", found)
                .update();
    }

    @Override
    public void removeDomain(OrganisationId organisationId, DomainId domainId) {
        domain("delete from dkim_key" + DOMAIN, organisationId, domainId).update();
    }

    @Override
    public void removeOrganisation(OrganisationId organisationId) {
        database.sql("delete from dkim_key where organisation_id = :organisation")
                .param("organisation", organisationId.value())
                .update();
    }

    @Override
    public List<KeyOfDomain> activatedBefore(Instant time) {
        return database.sql(OF_DOMAIN + """
                        where k.state = 'ACTIVE' and k.key_type = 'rsa' and k.activated_at < :time and exists (
                            select 1 from dkim_key next
                            where next.organisation_id = k.organisation_id and next.domain_id = k.domain_id
                                and next.key_type = 'rsa' and next.state = 'STANDBY' and next.record_ok)
                        """)
                .param("time", at(time))
                .query((row, number) -> keyOfDomain(row))
                .list();
    }

    @Override
    public List<KeyOfDomain> retiringUntil(Instant now) {
        return database.sql(OF_DOMAIN + " where k.state = 'RETIRING' and k.retires_at <= :now")
                .param("now", at(now))
                .query((row, number) -> keyOfDomain(row))
                .list();
    }

    @Override
    public List<KeylessDomain> withoutAllKeys() {
        return database.sql("""
                        select organisation_id, domain_id, domain_name from sending_domain d
                        where not removed and not system and (
                            select count(*) from dkim_key k
                            where k.organisation_id = d.organisation_id and k.domain_id = d.domain_id
                                and k.state in ('ACTIVE', 'STANDBY')) < 3
                        """)
                .query((row, number) -> new KeylessDomain(
                        new OrganisationId(row.getString("organisation_id")),
                        new DomainId(row.getString("domain_id")),
                        row.getString("domain_name")))
                .list();
    }

    private JdbcClient.StatementSpec domain(String sql, OrganisationId organisationId, DomainId domainId) {
        return database.sql(sql).param("organisation", organisationId.value()).param("domain", domainId.value());
    }

    private JdbcClient.StatementSpec key(
            String sql, OrganisationId organisationId, DomainId domainId, String selector) {
        return domain(sql, organisationId, domainId).param("selector", selector);
    }

    private static IssuedKey key(ResultSet row) throws SQLException {
        return new IssuedKey(
                row.getString("selector"),
                KeyType.tagged(row.getString("key_type")),
                IssuedKey.State.valueOf(row.getString("state")),
                row.getBoolean("record_ok"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "activated_at"),
                instant(row, "retires_at"));
    }

    private static KeyOfDomain keyOfDomain(ResultSet row) throws SQLException {
        return new KeyOfDomain(
                new OrganisationId(row.getString("organisation_id")),
                new DomainId(row.getString("domain_id")),
                row.getString("domain_name"),
                row.getString("selector"),
                KeyType.tagged(row.getString("key_type")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
