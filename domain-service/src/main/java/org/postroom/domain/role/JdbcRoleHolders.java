package org.postroom.domain.role;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.domain.directory.Id;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the directory's references who has which role. */
@Component
final class JdbcRoleHolders implements RoleHolders {

    private final JdbcClient database;

    JdbcRoleHolders(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Set<Id<Role>>> combinations(SignedInUser user) {
        return database.sql("""
                        select distinct array_agg(used_id order by used_id) from directory_reference
                        where organisation_id = :organisation and kind = 'agent' and used_kind = 'role' group by id
                        """)
                .param("organisation", user.organisationId())
                .query((row, number) -> Arrays.stream((String[]) row.getArray(1).getArray())
                        .map(Id<Role>::new)
                        .collect(Collectors.toSet()))
                .set();
    }
}
