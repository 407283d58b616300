package org.postroom.local.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.local.stack.DatabaseServer;
import org.postroom.local.stack.Servers;
import picocli.CommandLine.Option;

/** Servers that somebody has already, in the place of those that the stack brings along. */
final class ServersOption {

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Use these brokers instead of starting one.")
    private @Nullable String kafka;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Use this Confluent-compatible schema registry instead of starting one.")
    private @Nullable String registry;

    @Option(
            names = "--database",
            paramLabel = "postgresql://USER:PASSWORD@HOST:PORT",
            description = "Use this PostgreSQL instead of starting one; the user must be allowed to create databases.")
    private @Nullable String database;

    Servers servers() {
        return new Servers(
                Optional.ofNullable(kafka),
                Optional.ofNullable(registry),
                Optional.ofNullable(database).map(DatabaseServer::parse));
    }
}
