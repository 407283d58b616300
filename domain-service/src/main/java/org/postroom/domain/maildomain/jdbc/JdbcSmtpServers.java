package org.postroom.domain.maildomain.jdbc;

import java.util.HashMap;
import java.util.Map;
import org.postroom.domain.maildomain.SmtpServers;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations' SMTP servers in PostgreSQL. */
@Component
public class JdbcSmtpServers implements SmtpServers {

    private final JdbcClient database;

    JdbcSmtpServers(JdbcClient database) {
        this.database = database;
    }

    /** An organisation has a server, perhaps under a new name. */
    @Transactional
    public void configured(OrganisationId organisation, SmtpServerId id, String name) {
        database.sql("""
                        insert into known_smtp_server (organisation_id, smtp_server_id, name)
                        select :organisation, :id, :name
                        where exists (select 1 from organisation where id = :organisation)
                        on conflict (organisation_id, smtp_server_id) do update set name = :name
                        """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("name", name)
                .update();
    }

    /** An organisation has given up a server. */
    @Transactional
    public void removed(OrganisationId organisation, SmtpServerId id) {
        database.sql("delete from known_smtp_server where organisation_id = :organisation and smtp_server_id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .update();
    }

    @Override
    public boolean exists(String organisationId, SmtpServerId id) {
        return database.sql("""
                        select exists (select 1 from known_smtp_server
                        where organisation_id = :organisation and smtp_server_id = :id)
                        """)
                .param("organisation", organisationId)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<String, String> names(String organisationId) {
        Map<String, String> names = new HashMap<>();
        database.sql("select smtp_server_id, name from known_smtp_server where organisation_id = :organisation")
                .param("organisation", organisationId)
                .query(row -> {
                    names.put(row.getString("smtp_server_id"), row.getString("name"));
                });
        return names;
    }
}
