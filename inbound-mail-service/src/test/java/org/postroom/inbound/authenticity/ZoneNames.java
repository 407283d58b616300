package org.postroom.inbound.authenticity;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;

/** Names as a file or a test has them: for each name, records by type; "trouble" in their place is a server that fails. */
public final class ZoneNames implements Names {

    private final Map<String, Map<String, Object>> zone = new HashMap<>();

    /** Makes names that do not exist. */
    public ZoneNames() {}

    /** Makes names of a file. */
    public ZoneNames(Map<String, Map<String, Object>> names) {
        names.forEach((name, records) -> zone.put(name.toLowerCase(Locale.ROOT), records));
    }

    /** The same with one text more. */
    public ZoneNames with(String name, Object text) {
        zone.put(name.toLowerCase(Locale.ROOT), Map.of("TXT", text.equals("trouble") ? text : List.of(text)));
        return this;
    }

    @Override
    public DnsAnswer<String> texts(String name) {
        return answer(
                name,
                "TXT",
                value -> value instanceof List<?> strings
                        ? String.join("", strings.stream().map(String::valueOf).toList())
                        : String.valueOf(value));
    }

    @Override
    public DnsAnswer<InetAddress> addresses4(String name) {
        return answer(name, "A", value -> InetAddress.ofLiteral(String.valueOf(value)));
    }

    @Override
    public DnsAnswer<InetAddress> addresses6(String name) {
        return answer(name, "AAAA", value -> InetAddress.ofLiteral(String.valueOf(value)));
    }

    @Override
    public DnsAnswer<String> exchangers(String name) {
        return answer(name, "MX", String::valueOf);
    }

    @Override
    public DnsAnswer<String> pointers(String name) {
        return answer(name, "PTR", String::valueOf);
    }

    private <T> DnsAnswer<T> answer(String name, String type, Function<Object, T> read) {
        Object records =
                zone.getOrDefault(name.toLowerCase(Locale.ROOT), Map.of()).getOrDefault(type, List.of());
        if (records.equals("trouble")) {
            return new DnsAnswer.Trouble<>();
        }
        List<T> values = ((List<?>) records).stream().<T>map(read).toList();
        return values.isEmpty() ? new DnsAnswer.None<>() : new DnsAnswer.Records<>(values);
    }
}
