package org.postroom.verification.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.verification.check.FaultyNameServer.Behaviour;
import org.postroom.verification.maildomain.MailDomain;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Zone;

/**
 * Broken zones at name servers that answer real queries: each must get its own verdict, show what was found and name the
 * cure, and none may turn green. The cases are the files in {@code torture-cases}.
 */
class TortureIT {

    private static final String RESOLVER = "127.0.0.1";
    private static final int FIRST_SERVER = 11;

    private final List<FaultyNameServer> servers = new ArrayList<>();

    static List<TortureCase> cases() throws IOException {
        return Torture.cases();
    }

    @AfterEach
    void stopServers() throws IOException {
        for (FaultyNameServer server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatIsWrong(TortureCase torture) throws IOException {
        MailDomain domain = Torture.domain(torture.domain());
        int port = start(torture, domain);

        MailDomain checked = Torture.checked(domain, RESOLVER, port, null);

        Torture.assertAsExpected(torture, checked);
    }

    private int start(TortureCase torture, MailDomain domain) throws IOException {
        Map<String, String> addresses = new LinkedHashMap<>();
        torture.servers().keySet().stream()
                .sorted()
                .forEach(host -> addresses.put(host, "127.0.0." + (FIRST_SERVER + addresses.size())));
        List<Zone> foreign = new ArrayList<>();
        for (Map.Entry<String, String> zone : torture.foreignZones(domain).entrySet()) {
            foreign.add(zone(zone.getKey(), zone.getValue()));
        }
        int port = startServer(torture, domain, addresses, RESOLVER, 0, "ns1", Behaviour.NORMAL, foreign);
        for (Map.Entry<String, String> server : addresses.entrySet()) {
            String host = server.getKey();
            startServer(torture, domain, addresses, server.getValue(), port, host, torture.behaviour(host), foreign);
        }
        return port;
    }

    private int startServer(
            TortureCase torture,
            MailDomain domain,
            Map<String, String> addresses,
            String address,
            int port,
            String host,
            Behaviour behaviour,
            List<Zone> foreign)
            throws IOException {
        List<Zone> zones = new ArrayList<>(foreign);
        zones.add(zone(torture.domain(), torture.zoneText(domain, addresses, host)));
        FaultyNameServer server = FaultyNameServer.start(address, port, behaviour, zones);
        servers.add(server);
        return server.port();
    }

    private static Zone zone(String origin, String text) throws IOException {
        Name name = Name.fromString(origin, Name.root);
        var master = new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
        List<Record> records = new ArrayList<>();
        for (Record entry = master.nextRecord(); entry != null; entry = master.nextRecord()) {
            records.add(entry);
        }
        return new Zone(name, records.toArray(Record[]::new));
    }
}
