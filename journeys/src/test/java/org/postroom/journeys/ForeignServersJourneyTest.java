package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.demo.Demo;
import org.postroom.local.registry.http.SchemaRegistry;
import org.postroom.local.stack.DatabaseServer;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.Progress;
import org.postroom.local.stack.Servers;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackOptions;

/** The stack of somebody who has Kafka, a registry and PostgreSQL already. */
class ForeignServersJourneyTest {

    @TempDir
    private Path folder;

    @Test
    void theMainJobRunsOnServersThatWereThereBefore() throws Exception {
        // given
        var project = StackOptions.sourceTree();
        try (var broker = LocalBroker.start(folder.resolve("kafka"), 0);
                var registry = SchemaRegistry.start(broker.bootstrapServers(), 0);
                var database = LocalDatabase.start(StackOptions.programs(project), folder.resolve("postgresql"), 0)) {
            var servers = new Servers(
                    Optional.of(broker.bootstrapServers()),
                    Optional.of(registry.url()),
                    Optional.of(new DatabaseServer("127.0.0.1", database.port(), LocalDatabase.USER, "unused")));
            var data = folder.resolve("data");
            var options = new StackOptions(project, data, Ports.free(), List.of(), servers);

            // when
            try (var stack = Stack.start(options, Progress.SILENT)) {
                var told = new StringWriter();
                Demo.run(stack.addresses(), data, new PrintWriter(told, true));

                // then
                assertThat(stack.parts()).doesNotContain("kafka", "schema-registry", "postgresql");
                assertThat(told.toString()).contains("ReplySent", "That is the main job.");
            }
        }
    }
}
