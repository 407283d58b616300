package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

    private final WebAddresses web = new WebAddresses(Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "2606:4700::1",
                "2a00:1450::5"
            })
    void areThoseOfThePublicNetwork(String address) {
        assertThat(web.test(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1"
            })
    void areNoneOfTheInstallationsOwnNetwork(String address) {
        assertThat(web.test(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void areThoseThatTheInstallationTrustsBesides() {
        var trusting = new WebAddresses(Set.of(InetAddress.ofLiteral("10.1.2.3")));

        assertThat(trusting.test(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(trusting.test(InetAddress.ofLiteral("10.1.2.4"))).isFalse();
    }
}
