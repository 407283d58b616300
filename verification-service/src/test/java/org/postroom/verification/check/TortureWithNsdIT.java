package org.postroom.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.record.Mistake;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;
import org.xbill.DNS.DNSKEYRecord;

/** The same broken zones at Debian's nsd, and broken signatures as Debian's unbound sees them. */
@EnabledIf(
        value = "org.postroom.verification.check.DebianServer#arePresent",
        disabledReason =
                "nsd and unbound are not there and cannot be fetched, which takes Debian and its package server")
class TortureWithNsdIT {

    private static final String UNSIGNED = "@ NS ns1\nns1 A " + DebianServer.ADDRESS + "\n";

    @TempDir
    private Path folder;

    static List<TortureCase> cases() throws IOException {
        return Torture.cases().stream().filter(TortureCase::hasGoodServers).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatIsWrong(TortureCase torture) throws IOException {
        MailDomain domain = Torture.domain(torture.domain());
        Map<String, String> zones = new LinkedHashMap<>(torture.foreignZones(domain));
        zones.put(torture.domain(), torture.zoneText(domain, Map.of("ns1", DebianServer.ADDRESS), "ns1"));
        int port = DebianServer.freePort();
        try (var nsd = DebianServer.nsd(nsdConfiguration(port, zones)).awaitAnswers(port, torture.domain())) {
            MailDomain checked = Torture.checked(domain, DebianServer.ADDRESS, port, null);

            Torture.assertAsExpected(torture, checked);
            assertThat(nsd).isNotNull();
        }
    }

    @Test
    void neverTakesARecordWithABrokenSignatureForRight() throws Exception {
        MailDomain domain = Torture.domain("signed.test");
        KeyPair keys = keys();
        var key = SignedZone.key("signed.test", keys);
        Instant now = Instant.now();
        var zone = new SignedZone("signed.test", key, keys.getPrivate(), now);
        String text = zone.text(domain, UNSIGNED, record -> record.purpose() == RecordPurpose.OWNERSHIP);
        int port = DebianServer.freePort();
        int resolverPort = DebianServer.freePort();
        try (var nsd = DebianServer.nsd(nsdConfiguration(port, Map.of("signed.test", text)))
                        .awaitAnswers(port, "signed.test");
                var unbound = DebianServer.unbound(unboundConfiguration(resolverPort, port, key))
                        .awaitAnswers(resolverPort, "signed.test")) {
            MailDomain unchecked = Torture.checked(domain, DebianServer.ADDRESS, port, null);
            MailDomain checked =
                    Torture.checked(domain, DebianServer.ADDRESS, port, DebianServer.ADDRESS + ":" + resolverPort);

            assertThat(unchecked.last().results())
                    .extracting(RecordCheck::status)
                    .containsOnly(RecordStatus.OK);
            RecordCheck ownership = checked.last().results().getFirst();
            assertThat(ownership.status()).as(ownership.cure()).isEqualTo(RecordStatus.LOOKUP_ERROR);
            assertThat(ownership.mistake()).isEqualTo(Mistake.BROKEN_DNSSEC);
            assertThat(ownership.cure()).contains("DNSSEC signatures").contains("signature");
            assertThat(ownership.found()).containsExactly(ownership.expected().value());
            assertThat(checked.last().results().stream().skip(1))
                    .extracting(RecordCheck::status)
                    .containsOnly(RecordStatus.OK);
            assertThat(List.of(nsd, unbound)).hasSize(2);
        }
    }

    private Path nsdConfiguration(int port, Map<String, String> zones) throws IOException {
        var text = new StringBuilder("""
                server:
                  ip-address: %s@%d
                  username: ""
                  zonesdir: "%s"
                  pidfile: ""
                  database: ""
                  xfrdfile: "%s/xfrd"
                  xfrdir: "%s"
                  zonelistfile: "%s/zones"
                  server-count: 1
                remote-control:
                  control-enable: no
                """.formatted(DebianServer.ADDRESS, port, folder, folder, folder, folder));
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
            text.append("zone:\n  name: ").append(zone.getKey());
            text.append("\n  zonefile: ").append(zone.getKey()).append(".zone\n");
        }
        return Files.writeString(folder.resolve("nsd.conf"), text);
    }

    private Path unboundConfiguration(int port, int serverPort, DNSKEYRecord key) throws IOException {
        return Files.writeString(folder.resolve("unbound.conf"), """
                server:
                  interface: %s
                  port: %d
                  access-control: 127.0.0.0/8 allow
                  do-not-query-localhost: no
                  username: ""
                  chroot: ""
                  pidfile: ""
                  directory: "%s"
                  use-syslog: no
                  ede: yes
                  module-config: "validator iterator"
                  local-zone: "test." nodefault
                  trust-anchor: "%s"
                stub-zone:
                  name: "signed.test"
                  stub-addr: %s@%d
                """.formatted(
                        DebianServer.ADDRESS,
                        port,
                        folder,
                        key.toString().replace('\t', ' '),
                        DebianServer.ADDRESS,
                        serverPort));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
