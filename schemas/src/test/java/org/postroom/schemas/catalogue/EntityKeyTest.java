package org.postroom.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityKeyTest {

    @Test
    void isReadAsItIsWritten() {
        var key = new EntityKey("acme", EntityKey.AGENT, "idp/7/ada");

        assertThat(key).hasToString("acme/agent/idp/7/ada");
        assertThat(EntityKey.read(key.toString())).contains(key);
        assertThat(EntityKey.read("acme/agent//ada")).contains(new EntityKey("acme", "agent", "/ada"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "acme", "acme/agent", "acme/agent/", "/agent/ada", "acme//ada", "//", "/"})
    void isNothingWhereAPartIsMissing(String key) {
        assertThat(EntityKey.read(key)).isEmpty();
    }

    @Test
    void refusesPartsThatWouldBeReadAsOthers() {
        assertThatThrownBy(() -> new EntityKey("acme/agent", "agent", "ada"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntityKey("acme", "a/b", "ada")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntityKey("acme", "agent", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
