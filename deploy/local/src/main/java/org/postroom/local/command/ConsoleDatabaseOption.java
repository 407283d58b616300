package org.postroom.local.command;

import org.jspecify.annotations.Nullable;
import org.postroom.local.stack.DatabaseServer;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Option;

/** The options that say where the console's database is, where it is not the stack's. */
final class ConsoleDatabaseOption {

    @Option(
            names = "--database",
            paramLabel = "postgresql://USER:PASSWORD@HOST:PORT",
            defaultValue = "${env:POSTROOM_DATABASE}",
            description = "The services' PostgreSQL, where it is not the stack's; better given in POSTROOM_DATABASE.")
    private @Nullable String database;

    @Option(
            names = "--database-name",
            paramLabel = "NAME",
            defaultValue = "console",
            description = "The console's database; ${DEFAULT-VALUE} unless given.")
    private String name = "console";

    /** The database's name on its server. */
    String name() {
        return name;
    }

    /** The server that is named, or that of the stack. */
    DatabaseServer server(DataOption data) {
        return database != null
                ? DatabaseServer.parse(database)
                : data.stack()
                        .map(ConsoleDatabaseOption::ofStack)
                        .orElseThrow(() -> new StackException(
                                "Postroom is not running. Start it with ./postroom up, or name --database"));
    }

    private static DatabaseServer ofStack(Stack stack) {
        return stack.servers().database(stack.ports());
    }
}
