package org.postroom.outbound.signing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postroom.outbound.signing.SendingDomain;
import org.postroom.outbound.signing.SendingDomain.Standing;
import org.postroom.outbound.signing.SendingDomain.Use;
import org.postroom.outbound.signing.SendingDomain.WhenUnverified;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps each domain as a row. A removed one stays until its organisation is removed, and a removed organisation's
 * identifier stays, so that a repeat of an addition does not bring them back.
 */
@Repository
@InStage(Stage.SEND)
class JdbcSendingDomains implements SendingDomains {

    private static final String PRESENT =
            "select * from sending_domain where organisation_id = :organisation and not removed";
    private static final String ONE = " where organisation_id = :organisation and domain_id = :domain";

    private final JdbcClient database;

    JdbcSendingDomains(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<SendingDomain> named(OrganisationId organisationId, String domainName) {
        return database.sql(PRESENT + " and domain_name = :name")
                .param("organisation", organisationId.value())
                .param("name", domainName)
                .query(JdbcSendingDomains::domain)
                .optional();
    }

    @Override
    public Optional<SendingDomain> withId(OrganisationId organisationId, DomainId domainId) {
        return database.sql(PRESENT + " and domain_id = :domain")
                .param("organisation", organisationId.value())
                .param("domain", domainId.value())
                .query(JdbcSendingDomains::domain)
                .optional();
    }

    @Override
    public Optional<SendingDomain> system(OrganisationId organisationId) {
        return database.sql(PRESENT + " and system order by domain_id limit 1")
                .param("organisation", organisationId.value())
                .query(JdbcSendingDomains::domain)
                .optional();
    }

    @Override
    public List<String> sendingThrough(OrganisationId organisationId, String smtpServerId) {
        return database.sql("""
                        select domain_name from sending_domain where organisation_id = :organisation and not removed
                            and sending_way = 'CUSTOM_SMTP' and smtp_server_id = :server order by domain_name
                        """)
                .param("organisation", organisationId.value())
                .param("server", smtpServerId)
                .query((row, number) -> row.getString("domain_name"))
                .list();
    }

    @Override
    public void added(OrganisationId organisationId, DomainId domainId, String domainName, Use use) {
        with(use, """
                        insert into sending_domain (organisation_id, domain_id, domain_name, system, sending_way,
                            smtp_server_id, when_unverified, mail_from_label)
                        values (:organisation, :domain, :name, :system, :way, :server, :policy, :label)
                        on conflict do nothing
                        """)
                .param("organisation", organisationId.value())
                .param("domain", domainId.value())
                .param("name", domainName)
                .update();
    }

    @Override
    public void used(OrganisationId organisationId, DomainId domainId, Use use) {
        with(use, """
                        update sending_domain set system = :system, sending_way = :way, smtp_server_id = :server,
                            when_unverified = :policy, mail_from_label = :label,
                            standing = case when sending_way = :way then standing else 'UNDECIDED' end,
                            mail_from_mx = mail_from_mx and mail_from_label = :label,
                            mail_from_spf = mail_from_spf and mail_from_label = :label
                        """ + ONE)
                .param("organisation", organisationId.value())
                .param("domain", domainId.value())
                .update();
    }

    @Override
    public void verified(OrganisationId organisationId, DomainId domainId, boolean verified) {
        one(
                        "update sending_domain set standing = :standing, proven_before = proven_before or :verified"
                                + ONE,
                        organisationId,
                        domainId)
                .param("standing", verified ? Standing.VERIFIED.name() : Standing.FAILED.name())
                .param("verified", verified)
                .update();
    }

    @Override
    public void mailFromFound(OrganisationId organisationId, DomainId domainId, MailFromRecord record, boolean found) {
        String column = record == MailFromRecord.MX ? "mail_from_mx" : "mail_from_spf";
        one("update sending_domain set " + column + " = :found" + ONE, organisationId, domainId)
                .param("found", found)
                .update();
    }

    @Override
    public void removed(OrganisationId organisationId, DomainId domainId) {
        one("update sending_domain set removed = true, standing = 'FAILED'" + ONE, organisationId, domainId)
                .update();
    }

    @Override
    public Optional<String> suspended(OrganisationId organisationId) {
        return database.sql("""
                        select suspended_because from sending_organisation
                        where organisation_id = :organisation and suspended_because is not null
                        """)
                .param("organisation", organisationId.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void suspend(OrganisationId organisationId, Optional<String> reason) {
        database.sql("""
                        insert into sending_organisation (organisation_id, suspended_because)
                        values (:organisation, :reason)
                        on conflict (organisation_id) do update set suspended_because = excluded.suspended_because
                        """)
                .param("organisation", organisationId.value())
                .param("reason", reason.orElse(null))
                .update();
    }

    @Override
    public boolean organisationRemoved(OrganisationId organisationId) {
        return database.sql("""
                        select count(*) from sending_organisation where organisation_id = :organisation and removed
                        """)
                        .param("organisation", organisationId.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void removeOrganisation(OrganisationId organisationId) {
        database.sql("delete from sending_domain where organisation_id = :organisation")
                .param("organisation", organisationId.value())
                .update();
        database.sql("""
                        insert into sending_organisation (organisation_id, removed) values (:organisation, true)
                        on conflict (organisation_id) do update set removed = true, suspended_because = null
                        """).param("organisation", organisationId.value()).update();
    }

    private JdbcClient.StatementSpec one(String sql, OrganisationId organisationId, DomainId domainId) {
        return database.sql(sql).param("organisation", organisationId.value()).param("domain", domainId.value());
    }

    private JdbcClient.StatementSpec with(Use use, String sql) {
        return database.sql(sql)
                .param("system", use.system())
                .param("way", use.customSmtp() ? "CUSTOM_SMTP" : "PLATFORM")
                .param("server", use.smtpServerId())
                .param("policy", use.whenUnverified().name())
                .param("label", use.mailFromLabel());
    }

    private static SendingDomain domain(ResultSet row, int number) throws SQLException {
        var use = new Use(
                row.getBoolean("system"),
                row.getString("sending_way").equals("CUSTOM_SMTP"),
                row.getString("smtp_server_id"),
                WhenUnverified.valueOf(row.getString("when_unverified")),
                row.getString("mail_from_label"));
        return new SendingDomain(
                new DomainId(row.getString("domain_id")),
                row.getString("domain_name"),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("proven_before"),
                use,
                row.getBoolean("mail_from_mx") && row.getBoolean("mail_from_spf"));
    }
}
