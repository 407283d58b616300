package org.postroom.domain.removal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps them in PostgreSQL. */
@Component
class JdbcRetirements implements Retirements {

    private final JdbcClient database;

    JdbcRetirements(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void add(String organisationId, String addressId, String askedBy) {
        database.sql("""
                        insert into retiring_address (organisation_id, address_id, asked_by)
                        values (:organisation, :address, :user) on conflict do nothing
                        """)
                .param("organisation", organisationId)
                .param("address", addressId)
                .param("user", askedBy)
                .update();
    }

    @Override
    public List<Retirement> all() {
        return database.sql(
                        "select organisation_id, address_id, asked_by from retiring_address order by organisation_id, address_id")
                .query((row, number) -> new Retirement(
                        row.getString("organisation_id"), row.getString("address_id"), row.getString("asked_by")))
                .list();
    }

    @Override
    public void forget(String organisationId, String addressId) {
        database.sql("delete from retiring_address where organisation_id = :organisation and address_id = :address")
                .param("organisation", organisationId)
                .param("address", addressId)
                .update();
    }
}
