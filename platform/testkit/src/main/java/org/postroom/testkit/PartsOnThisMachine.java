package org.postroom.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.registry.http.SchemaRegistry;
import org.postroom.local.stack.StackOptions;

/** Broker, registry and database as the one-machine stack has them: the default, which needs no Docker. */
final class PartsOnThisMachine implements PartsSource {

    private final Path data;

    PartsOnThisMachine(Path data) {
        this.data = data;
    }

    @Override
    public TestBroker startBroker() throws IOException {
        LocalBroker broker = LocalBroker.start(data.resolve("kafka"), 0);
        return new TestBroker() {
            @Override
            public String bootstrapServers() {
                return broker.bootstrapServers();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    @Override
    public TestRegistry startRegistry(TestBroker broker) throws IOException, InterruptedException {
        SchemaRegistry registry = SchemaRegistry.start(broker.bootstrapServers(), 0);
        return new TestRegistry() {
            @Override
            public String url() {
                return registry.url();
            }

            @Override
            public void close() {
                registry.close();
            }
        };
    }

    @Override
    public TestDatabase startDatabase() throws IOException {
        LocalDatabase server =
                LocalDatabase.start(StackOptions.programs(StackOptions.sourceTree()), data.resolve("postgresql"), 0);
        return new TestDatabase() {
            @Override
            public String database(String name) throws SQLException {
                return server.database(name);
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }
}
