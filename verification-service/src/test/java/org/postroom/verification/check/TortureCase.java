package org.postroom.verification.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.verification.check.FaultyNameServer.Behaviour;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordType;
import org.yaml.snakeyaml.Yaml;

/**
 * A broken zone, read from a file: what is wrong, the zone, its servers, and what a check must say.
 *
 * @param file the file's name, which is the domain's below {@code test} too
 * @param broken what is wrong, in words
 * @param without the records that are not as issued: purposes, or selectors of DKIM records
 * @param zone the lines published in their place, in the form of zone files
 * @param stale the lines that stale servers have in place of all of them
 * @param servers how each name server behaves, by host label
 * @param foreign other zones, by origin, which all servers have
 * @param then what is expected of each record, by purpose or selector, or of ALL
 * @param receiving the state of receiving after the first check
 * @param sending the state of sending after the first check
 */
record TortureCase(
        String file,
        String broken,
        Set<String> without,
        String zone,
        String stale,
        Map<String, String> servers,
        Map<String, String> foreign,
        Map<String, Map<String, String>> then,
        String receiving,
        String sending) {

    static List<TortureCase> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(TortureCase::read).toList();
        }
    }

    @SuppressWarnings("unchecked") // YAML has no types
    private static TortureCase read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, Object> yaml = new Yaml().load(in);
            return new TortureCase(
                    file.getFileName().toString().replace(".yaml", ""),
                    (String) yaml.getOrDefault("broken", ""),
                    Set.copyOf((List<String>) yaml.getOrDefault("without", List.of())),
                    (String) yaml.getOrDefault("zone", ""),
                    (String) yaml.getOrDefault("stale", ""),
                    (Map<String, String>) yaml.getOrDefault("servers", Map.of("ns1", "normal")),
                    (Map<String, String>) yaml.getOrDefault("foreign", Map.of()),
                    (Map<String, Map<String, String>>) yaml.getOrDefault("then", Map.of()),
                    (String) yaml.getOrDefault("receiving", "VERIFIED"),
                    (String) yaml.getOrDefault("sending", "VERIFIED"));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("expected a torture case, but got " + file, unreadable);
        }
    }

    String domain() {
        return file + ".test";
    }

    /** Whether all its servers do as they should. */
    boolean hasGoodServers() {
        return servers.values().stream().allMatch("normal"::equals);
    }

    /** How a server behaves; a stale one as it should, but with the stale zone. */
    Behaviour behaviour(String server) {
        return isStale(server)
                ? Behaviour.NORMAL
                : Behaviour.valueOf(servers.get(server).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isStale(String server) {
        return "stale".equals(servers.get(server));
    }

    /** The zone that a server has, as the text of a zone file. */
    String zoneText(MailDomain mailDomain, Map<String, String> addresses, String server) {
        List<String> lines = new ArrayList<>();
        lines.add("$TTL 60");
        lines.add("@ IN SOA ns1.%s. hostmaster.%s. 1 3600 600 86400 60".formatted(domain(), domain()));
        addresses.forEach((host, address) -> {
            lines.add("@ IN NS %s.%s.".formatted(host, domain()));
            lines.add(host + " IN A " + address);
        });
        if (isStale(server)) {
            lines.add(filled(stale, mailDomain));
        } else {
            mailDomain.issue().records().stream()
                    .filter(expected -> !without.contains(key(expected))
                            && !without.contains(expected.purpose().name()))
                    .map(TortureCase::line)
                    .forEach(lines::add);
            lines.add(filled(zone, mailDomain));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The other zones as the texts of zone files, by origin. */
    Map<String, String> foreignZones(MailDomain mailDomain) {
        Map<String, String> zones = new LinkedHashMap<>();
        foreign.forEach((origin, text) ->
                zones.put(origin, "$TTL 60\n@ IN SOA ns1 hostmaster 1 3600 600 86400 60\n" + filled(text, mailDomain)));
        return zones;
    }

    /** How a case names a record: by its purpose, a DKIM record by its selector. */
    static String key(ExpectedRecord expected) {
        int end = expected.name().indexOf("._domainkey.");
        return end < 0 ? expected.purpose().name() : expected.name().substring(0, end);
    }

    /** Replaces {@code ${key}} by the value of a record and {@code ${key-quoted}} by its strings. */
    static String filled(String text, MailDomain mailDomain) {
        String filled = text.replace("${domain}", mailDomain.identity().domainName());
        for (ExpectedRecord expected : mailDomain.issue().records()) {
            filled = filled.replace("${" + key(expected) + "}", expected.value())
                    .replace("${" + key(expected) + "-quoted}", strings(expected));
        }
        return filled;
    }

    private static String line(ExpectedRecord expected) {
        return "%s. IN %s %s"
                .formatted(
                        expected.name(),
                        expected.type(),
                        expected.type() == RecordType.MX ? expected.value() + "." : strings(expected));
    }

    private static String strings(ExpectedRecord expected) {
        return expected.valueChunks().stream().map(chunk -> "\"" + chunk + "\"").collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return file + ": " + broken;
    }
}
