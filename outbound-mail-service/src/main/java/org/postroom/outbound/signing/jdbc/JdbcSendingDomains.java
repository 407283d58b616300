package org.postroom.outbound.signing.jdbc;

import java.util.Optional;
import org.postroom.outbound.signing.SendingDomain;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each domain as a row. A removed one stays, so that a repeat of its addition does not bring it back. */
@Repository
@InStage(Stage.SEND)
class JdbcSendingDomains implements SendingDomains {

    private final JdbcClient database;

    JdbcSendingDomains(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<SendingDomain> named(String organisationId, String domainName) {
        return database.sql("""
                        select domain_id, domain_name, verified from sending_domain
                        where organisation_id = :organisation and domain_name = :name and not removed
                        """)
                .param("organisation", organisationId)
                .param("name", domainName)
                .query((row, number) -> new SendingDomain(
                        row.getString("domain_id"), row.getString("domain_name"), row.getBoolean("verified")))
                .optional();
    }

    @Override
    public void added(String organisationId, String domainId, String domainName) {
        database.sql("""
                        insert into sending_domain (organisation_id, domain_id, domain_name)
                        values (:organisation, :domain, :name) on conflict do nothing
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .param("name", domainName)
                .update();
    }

    @Override
    public void verified(String organisationId, String domainId, boolean verified) {
        database.sql("""
                        update sending_domain set verified = :verified
                        where organisation_id = :organisation and domain_id = :domain
                        """)
                .param("verified", verified)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .update();
    }

    @Override
    public void removed(String organisationId, String domainId) {
        database.sql("""
                        update sending_domain set removed = true, verified = false
                        where organisation_id = :organisation and domain_id = :domain
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .update();
    }
}
