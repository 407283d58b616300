package org.postroom.domain.organisation.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.standing.StandingSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations, present and removed, whose standing was not published as it is now. */
@Component
class JdbcMissingStandings implements StandingSource {

    private final JdbcClient database;
    private final OrganisationStore organisations;
    private final OrganisationPublisher publisher;
    private final Clock clock;

    JdbcMissingStandings(
            JdbcClient database, OrganisationStore organisations, OrganisationPublisher publisher, Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public int writeMissing(int most) {
        int present = writePresent(most);
        return present > 0 ? present : writeRemoved(most);
    }

    private int writePresent(int most) {
        List<String> missing = database.sql("""
                        select id from organisation where standing is distinct from
                        case when suspended_reason is null then 'ACTIVE' else 'SUSPENDED' end
                        order by id limit :most
                        """)
                .param("most", most)
                .query((row, number) -> row.getString("id"))
                .list();
        Instant now = clock.instant();
        for (String id : missing) {
            database.sql("select id from organisation where id = :id for no key update")
                    .param("id", id)
                    .query((row, number) -> row.getString("id"))
                    .optional()
                    .flatMap(locked -> organisations.find(new OrganisationId(locked)))
                    .ifPresent(organisation -> {
                        publisher.standing(organisation, now);
                        organisations.update(organisation);
                    });
        }
        return missing.size();
    }

    private int writeRemoved(int most) {
        List<String> missing = database.sql("""
                        update removed_organisation set standing_written = true where id in (
                          select id from removed_organisation where not standing_written order by id limit :most)
                        returning id
                        """)
                .param("most", most)
                .query((row, number) -> row.getString("id"))
                .list();
        Instant now = clock.instant();
        missing.forEach(id -> publisher.wasRemoved(new OrganisationId(id), now));
        return missing.size();
    }
}
