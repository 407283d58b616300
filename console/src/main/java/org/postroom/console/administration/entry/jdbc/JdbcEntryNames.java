package org.postroom.console.administration.entry.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.console.administration.entry.EntryNames;
import org.postroom.console.administration.entry.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEntryNames implements EntryNames {

    private final JdbcClient database;

    JdbcEntryNames(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, String> of(String organisationId, Source source) {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql(select(source)).param(organisationId).query(row -> {
            names.put(row.getString(1), String.valueOf(row.getString(2)));
        });
        return names;
    }

    private static String select(Source source) {
        return switch (source) {
            case DOMAINS ->
                "select domain_id, name from domain where organisation_id = ? and name is not null order by name";
            case ADDRESSES -> "select address, address from address where organisation_id = ? order by address";
            case QUEUES -> "select queue_id, name from queue where organisation_id = ? order by name";
            case SKILLS -> "select skill_id, name from skill where organisation_id = ? order by name";
            case AGENTS -> "select agent_id, name from agent where organisation_id = ? order by name";
            case SIGNATURES -> "select signature_id, name from signature where organisation_id = ? order by name";
            case ROLES -> ofKind("role");
            case WRAP_UP_CODES -> ofKind("wrap-up-code");
            case LIBRARIES -> ofKind("library");
            case FLOWS -> ofKind("flow");
            case PERMISSIONS, TIME_ZONES, LANGUAGES ->
                throw new IllegalArgumentException("expected a kind of entry, but got " + source);
        };
    }

    private static String ofKind(String kind) {
        return "select entity_id, name from entry_name where organisation_id = ? and kind = '" + kind
                + "' order by name";
    }
}
