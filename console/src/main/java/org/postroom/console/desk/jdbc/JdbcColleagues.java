package org.postroom.console.desk.jdbc;

import java.util.List;
import org.postroom.console.desk.Colleagues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads them from what the log said. */
@Component
class JdbcColleagues implements Colleagues {

    private final JdbcClient database;

    JdbcColleagues(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Receiver> queues(String organisationId) {
        return database.sql("select queue_id, name from queue where organisation_id = ? order by lower(name)")
                .params(organisationId)
                .query((row, number) -> new Receiver(row.getString("queue_id"), row.getString("name")))
                .list();
    }

    @Override
    public List<Receiver> onQueue(String organisationId, String exceptAgentId) {
        return database.sql("""
                        select a.agent_id, a.name from agent a
                        join agent_status s on s.organisation_id = a.organisation_id and s.agent_id = a.agent_id
                        where a.organisation_id = ? and a.agent_id <> ? and s.status = 'ON_QUEUE'
                        order by lower(a.name)
                        """)
                .params(organisationId, exceptAgentId)
                .query((row, number) -> new Receiver(row.getString("agent_id"), row.getString("name")))
                .list();
    }
}
