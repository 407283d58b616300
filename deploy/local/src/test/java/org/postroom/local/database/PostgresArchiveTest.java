package org.postroom.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresArchiveTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false",
        "Linux, aarch64, false",
        "Linux, amd64, true",
        "Mac OS X, x86_64, false",
        "Mac OS X, aarch64, false"
    })
    void isThereForTheUsualMachines(String system, String architecture, boolean musl) throws Exception {
        assertThat(PostgresArchive.of(system, architecture, musl).name()).matches("postgresql-[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64, false", "Linux, aarch64, true", "Windows 11, amd64, false"})
    void namesTheMachineThatItIsNotThereForAndWhatToDo(String system, String architecture, boolean musl) {
        assertThatThrownBy(() -> PostgresArchive.of(system, architecture, musl))
                .hasMessageContaining("(" + system + ", " + architecture)
                .hasMessageContaining("there are archives for linux-x86_64, ")
                .hasMessageContaining("./postroom up --database postgresql://user:password@host:5432");
    }

    @Test
    void hasAnotherNameForAnotherContent() throws Exception {
        assertThat(PostgresArchive.of("Linux", "amd64", false).name())
                .isNotEqualTo(PostgresArchive.of("Linux", "aarch64", false).name());
    }
}
