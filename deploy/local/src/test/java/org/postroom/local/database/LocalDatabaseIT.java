package org.postroom.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.stack.StackOptions;

class LocalDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void keepsDatabasesOverARestartOnTheSamePort() throws Exception {
        // given
        int port;
        try (var database =
                LocalDatabase.start(StackOptions.programs(StackOptions.sourceTree()), folder.resolve("data"), 0)) {
            port = database.port();
            execute(database.database("domain"), "create table letter as select 'kept' as content");
        }

        // when
        try (var database =
                LocalDatabase.start(StackOptions.programs(StackOptions.sourceTree()), folder.resolve("data"), port)) {
            var url = database.database("domain");

            // then
            assertThat(url).isEqualTo("jdbc:postgresql://127.0.0.1:" + port + "/domain");
            execute(url, "select content from letter");
            assertThatThrownBy(() -> database.database("no; drop")).hasMessageContaining("but got no; drop");
        }
    }

    @Test
    void makesItsDataAnewOverTheRemainsOfAnInterruptedTry() throws Exception {
        // given
        var remains = Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(remains.resolve("1"), "half a table");

        // when
        try (var database =
                LocalDatabase.start(StackOptions.programs(StackOptions.sourceTree()), folder.resolve("data"), 0)) {
            // then
            execute(database.database("domain"), "select 1");
        }
        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "99\n");

        assertThatThrownBy(() -> LocalDatabase.start(
                        StackOptions.programs(StackOptions.sourceTree()), folder.resolve("data"), 0))
                .hasMessageContaining("is of PostgreSQL 99, but this Postroom brings PostgreSQL 17")
                .hasMessageContaining("--data");
    }

    private static void execute(String url, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url, LocalDatabase.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
