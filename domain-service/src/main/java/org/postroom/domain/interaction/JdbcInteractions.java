package org.postroom.domain.interaction;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interactions in PostgreSQL. A closed one is kept for as long as a reply that failed late may open it again. */
@Component
class JdbcInteractions implements Interactions {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;

    JdbcInteractions(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void queued(OrganisationId organisation, InteractionId interaction, String addressId, String queueId) {
        database.sql("""
                        insert into known_interaction (organisation_id, interaction_id, address_id, queue_id)
                        select :organisation, :interaction, :address, :queue
                        where exists (select 1 from organisation where id = :organisation)
                        on conflict (organisation_id, interaction_id)
                        do update set address_id = :address, queue_id = :queue, closed_at = null
                        """)
                .param("organisation", organisation.value())
                .param("interaction", interaction.value())
                .param("address", addressId)
                .param("queue", queueId)
                .update();
    }

    @Override
    @Transactional
    public void closed(OrganisationId organisation, InteractionId interaction, Instant at) {
        database.sql("""
                        update known_interaction set closed_at = :at
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("organisation", organisation.value())
                .param("interaction", interaction.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        database.sql("delete from known_interaction where organisation_id = :organisation and closed_at < :before")
                .param("organisation", organisation.value())
                .param("before", OffsetDateTime.ofInstant(at.minus(KEPT), ZoneOffset.UTC))
                .update();
    }

    @Override
    @Transactional
    public void reopened(OrganisationId organisation, InteractionId interaction) {
        database.sql("""
                        update known_interaction set closed_at = null
                        where organisation_id = :organisation and interaction_id = :interaction
                        """)
                .param("organisation", organisation.value())
                .param("interaction", interaction.value())
                .update();
    }

    @Override
    public int open(String organisationId, List<String> addressIds) {
        if (addressIds.isEmpty()) {
            return 0;
        }
        return database.sql("""
                        select count(*) from known_interaction
                        where organisation_id = :organisation and address_id in (:addresses) and closed_at is null
                        """)
                .param("organisation", organisationId)
                .param("addresses", addressIds)
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, Integer> openInQueue(String organisationId, String queueId) {
        Map<String, Integer> counts = new TreeMap<>();
        database.sql("""
                        select address_id, count(*) as number from known_interaction
                        where organisation_id = :organisation and queue_id = :queue and closed_at is null
                        group by address_id
                        """)
                .param("organisation", organisationId)
                .param("queue", queueId)
                .query(row -> {
                    counts.put(row.getString("address_id"), row.getInt("number"));
                });
        return counts;
    }

    @Override
    public int open(String organisationId) {
        return database.sql("""
                        select count(*) from known_interaction
                        where organisation_id = :organisation and closed_at is null
                        """)
                .param("organisation", organisationId)
                .query(Integer.class)
                .single();
    }
}
