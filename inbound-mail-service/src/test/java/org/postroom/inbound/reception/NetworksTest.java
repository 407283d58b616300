package org.postroom.inbound.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private final Networks networks = Networks.of(List.of("192.0.2.128/25", "2001:db8::/33", "::1", "10.0.0.0/8"));

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.128", "192.0.2.255", "2001:db8:7fff::1", "::1", "10.1.2.3"})
    void holdWhatHasTheirPrefix(String address) {
        assertThat(networks.contains(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.127", "192.0.3.128", "2001:db8:8000::1", "::2", "11.0.0.0"})
    void holdNothingElse(String address) {
        assertThat(networks.contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", ""})
    void areRefusedWhereTheyAreNone(String written) {
        assertThatThrownBy(() -> Networks.of(List.of(written))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takeAllHostsOfAnIpv6NetworkForOneClient() {
        assertThat(Networks.clientOf("2001:db8::1")).isEqualTo(Networks.clientOf("2001:db8::ffff:1"));
        assertThat(Networks.clientOf("2001:db8:0:1::1")).isNotEqualTo(Networks.clientOf("2001:db8::1"));
        assertThat(Networks.clientOf("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
