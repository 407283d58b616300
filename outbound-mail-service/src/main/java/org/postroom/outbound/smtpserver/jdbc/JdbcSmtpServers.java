package org.postroom.outbound.smtpserver.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.SmtpServer.Authentication;
import org.postroom.outbound.smtpserver.SmtpServer.Encryption;
import org.postroom.outbound.smtpserver.SmtpServers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.secret.SecretBox;
import org.postroom.runtime.token.OAuth2;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each server as a row, its secret sealed for its organisation. */
@Repository
@InStage(Stage.SEND)
class JdbcSmtpServers implements SmtpServers {

    private static final String PURPOSE = "smtp-server-secret";
    private static final String OF_ORGANISATION = " from smtp_server where organisation_id = :organisation";
    private static final String ONE = OF_ORGANISATION + " and smtp_server_id = :server";

    private final JdbcClient database;
    private final SecretBox box;

    JdbcSmtpServers(JdbcClient database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public List<SmtpServer> of(OrganisationId organisationId) {
        return database.sql("select *" + OF_ORGANISATION + " order by lower(name)")
                .param("organisation", organisationId.value())
                .query((row, number) -> server(row))
                .list();
    }

    @Override
    public Optional<SmtpServer> withId(OrganisationId organisationId, String serverId) {
        return one("select *" + ONE, organisationId, serverId)
                .query((row, number) -> server(row))
                .optional();
    }

    @Override
    public Optional<SmtpServer> lock(OrganisationId organisationId, @Nullable String serverId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "smtp-servers " + organisationId)
                .query((row, number) -> true)
                .list();
        return serverId == null ? Optional.empty() : withId(organisationId, serverId);
    }

    @Override
    public Optional<String> secret(OrganisationId organisationId, String serverId) {
        return one("select secret" + ONE + " and secret is not null", organisationId, serverId)
                .query((row, number) -> new String(
                        box.open(row.getBytes("secret"), organisationId.value(), PURPOSE), StandardCharsets.UTF_8))
                .optional();
    }

    @Override
    public void put(OrganisationId organisationId, SmtpServer server, @Nullable String secret, Instant at) {
        OAuth2 oauth2 = server.oauth2();
        database.sql("""
                        insert into smtp_server (organisation_id, smtp_server_id, name, host, port, encryption,
                            authentication, user_name, token_endpoint, client_id, scope, secret, connection_limit, version,
                            changed_at)
                        values (:organisation, :server, :name, :host, :port, :encryption, :authentication, :user,
                            :endpoint, :client, :scope, :secret, :limit, :version, :at)
                        on conflict (organisation_id, smtp_server_id) do update set name = excluded.name,
                            host = excluded.host, port = excluded.port, encryption = excluded.encryption,
                            authentication = excluded.authentication, user_name = excluded.user_name,
                            token_endpoint = excluded.token_endpoint, client_id = excluded.client_id,
                            scope = excluded.scope, secret = excluded.secret,
                            connection_limit = excluded.connection_limit, version = excluded.version,
                            changed_at = excluded.changed_at
                        """)
                .param("organisation", organisationId.value())
                .param("server", server.id())
                .param("name", server.name())
                .param("host", server.host())
                .param("port", server.port())
                .param("encryption", server.encryption().name())
                .param("authentication", server.authentication().name())
                .param("user", server.userName())
                .param("endpoint", oauth2 == null ? null : oauth2.tokenEndpoint())
                .param("client", oauth2 == null ? null : oauth2.clientId())
                .param("scope", oauth2 == null ? null : oauth2.scope())
                .param(
                        "secret",
                        secret == null
                                ? null
                                : box.seal(secret.getBytes(StandardCharsets.UTF_8), organisationId.value(), PURPOSE))
                .param("limit", server.connectionLimit())
                .param("version", server.version())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void remove(OrganisationId organisationId, String serverId) {
        one("delete" + ONE, organisationId, serverId).update();
    }

    @Override
    public void removeOrganisation(OrganisationId organisationId) {
        database.sql("delete" + OF_ORGANISATION)
                .param("organisation", organisationId.value())
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, OrganisationId organisationId, String serverId) {
        return database.sql(sql).param("organisation", organisationId.value()).param("server", serverId);
    }

    private static SmtpServer server(ResultSet row) throws SQLException {
        var authentication = Authentication.valueOf(row.getString("authentication"));
        return new SmtpServer(
                row.getString("smtp_server_id"),
                row.getString("name"),
                row.getString("host"),
                row.getInt("port"),
                Encryption.valueOf(row.getString("encryption")),
                authentication,
                row.getString("user_name"),
                authentication == Authentication.OAUTH2
                        ? new OAuth2(
                                row.getString("token_endpoint"), row.getString("client_id"), row.getString("scope"))
                        : null,
                row.getInt("connection_limit"),
                row.getLong("version"));
    }
}
