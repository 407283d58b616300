package org.postroom.domain.role;

import java.util.Set;
import org.postroom.runtime.access.AccessTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what roles give from the directory itself, so that a change takes effect with the next request. */
@Component
final class JdbcAccessTable implements AccessTable {

    private final JdbcClient database;

    JdbcAccessTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> permissions(String organisationId, String userId) {
        return database.sql("""
                        select distinct jsonb_array_elements_text(role.value -> 'permissions')
                        from directory_reference has
                        join directory_entry role on role.organisation_id = has.organisation_id
                        and role.kind = has.used_kind and role.id = has.used_id
                        where has.organisation_id = :organisation and has.kind = 'agent' and has.id = :user
                        and has.used_kind = 'role'
                        """)
                .param("organisation", organisationId)
                .param("user", userId)
                .query((row, number) -> Permission.valueOf(row.getString(1)).permissionName())
                .set();
    }

    /** A suspended organisation's users are turned away elsewhere, where the reason is told to them. */
    @Override
    public Standing standing(String organisationId) {
        boolean removed = database.sql("select exists (select 1 from removed_organisation where id = :organisation)")
                .param("organisation", organisationId)
                .query(Boolean.class)
                .single();
        return removed ? Standing.REMOVED : Standing.ACTIVE;
    }
}
