package org.postroom.domain.address;

import java.util.List;
import org.postroom.domain.directory.Id;
import org.postroom.domain.maildomain.MailDomain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a domain's addresses by their references to it, which are indexed. */
@Component
class JdbcAddressBook implements AddressBook {

    private static final String IN_DOMAIN = """
            from directory_reference reference
            join directory_entry entry using (organisation_id, kind, id)
            where reference.organisation_id = :organisation and reference.used_kind = 'domain'
            and reference.used_id = :domain and reference.kind = 'address'
            """;

    private final JdbcClient database;

    JdbcAddressBook(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<EmailAddress> catchAlls(String organisationId, Id<MailDomain> domain) {
        return database.sql("select entry.label " + IN_DOMAIN + " and entry.value #>> '{reception,catchAll}' = 'true'")
                .param("organisation", organisationId)
                .param("domain", domain.value())
                .query((row, number) -> EmailAddress.parse(row.getString("label")))
                .list();
    }

    @Override
    public List<EmailAddress> behindPlus(String organisationId, Id<MailDomain> domain, LocalPart base) {
        return database.sql("select entry.label " + IN_DOMAIN + " and starts_with(entry.label, :start) limit 10")
                .param("organisation", organisationId)
                .param("domain", domain.value())
                .param("start", base.value() + "+")
                .query((row, number) -> EmailAddress.parse(row.getString("label")))
                .list();
    }

    @Override
    public boolean hasPlusAddressing(String organisationId, Id<MailDomain> domain, String localPart) {
        return database.sql("select exists (select 1 " + IN_DOMAIN + """
                         and entry.value #>> '{address,localPart,value}' = :localPart
                        and entry.value #>> '{reception,plusAddressing}' = 'true')
                        """)
                .param("organisation", organisationId)
                .param("domain", domain.value())
                .param("localPart", localPart)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> inDomain(String organisationId, Id<MailDomain> domain) {
        return database.sql("select entry.id " + IN_DOMAIN + " order by entry.label")
                .param("organisation", organisationId)
                .param("domain", domain.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> usersFromOutside(String organisationId, Id<MailDomain> domain) {
        return database.sql("""
                        select distinct outsider.kind || ' ' || outsider.label as name
                        from directory_reference belongs
                        join directory_reference needs on needs.organisation_id = belongs.organisation_id
                        and needs.used_kind = belongs.kind and needs.used_id = belongs.id
                        join directory_entry outsider on outsider.organisation_id = needs.organisation_id
                        and outsider.kind = needs.kind and outsider.id = needs.id
                        where belongs.organisation_id = :organisation and belongs.used_kind = 'domain'
                        and belongs.used_id = :domain and belongs.kind = 'address'
                        and not exists (select 1 from directory_reference same
                        where same.organisation_id = needs.organisation_id and same.kind = needs.kind
                        and same.id = needs.id and same.used_kind = 'domain' and same.used_id = :domain)
                        order by name
                        """)
                .param("organisation", organisationId)
                .param("domain", domain.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
