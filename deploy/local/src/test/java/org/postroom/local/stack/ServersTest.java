package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersTest {

    @Test
    void takeThePlaceOfPartsAndOfTheirAddresses() {
        var servers = new Servers(
                Optional.of("kafka.example:9092,kafka2.example:9092"),
                Optional.of("https://registry.example/apis/ccompat/v7"),
                Optional.of(DatabaseServer.parse("postgresql://owner:se:cret@db.example")));
        var options = new StackOptions(Path.of("."), Path.of("data"), Ports.shifted(0), List.of(), servers);

        assertThat(new Layout(options).parts())
                .extracting(Part::name)
                .contains("routing-service", "console", "dns-playground")
                .doesNotContain("kafka", "schema-registry", "postgresql");
        assertThat(options.addresses().bootstrapServers()).isEqualTo("kafka.example:9092,kafka2.example:9092");
        assertThat(options.addresses().registry()).hasToString("https://registry.example/apis/ccompat/v7");
        var database = servers.database(options.ports());
        assertThat(database).isEqualTo(new DatabaseServer("db.example", 5432, "owner", "se:cret"));
        assertThat(database.jdbcUrl("domain")).isEqualTo("jdbc:postgresql://db.example:5432/domain");
    }

    @Test
    void neverSayThePassword() {
        assertThat(DatabaseServer.parse("postgresql://owner:secret@db.example:5433"))
                .hasToString("postgresql://owner@db.example:5433");
        assertThatThrownBy(() -> DatabaseServer.parse("mysql://owner:secret@db.example"))
                .hasMessageContaining("mysql://owner:…@db.example")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "http://localhost:9092", "a:1 b:2", ""})
    void refuseWhatIsNoListOfBrokers(String address) {
        assertThatThrownBy(() -> new Servers(Optional.of(address), Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("Expected --kafka host:port[,host:port…], but got " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://localhost", "http://"})
    void refuseWhatIsNoAddressOfARegistry(String address) {
        assertThatThrownBy(() -> new Servers(Optional.empty(), Optional.of(address), Optional.empty()))
                .hasMessageStartingWith("Expected --registry http(s)://host[:port][/path], but got " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.example:5432", "postgresql://db.example", "postgresql://user@", "postgresql:// @x"})
    void refuseWhatIsNoDatabaseServer(String address) {
        assertThatThrownBy(() -> DatabaseServer.parse(address))
                .hasMessageStartingWith("Expected --database postgresql://user:password@host:port, but got ");
    }
}
