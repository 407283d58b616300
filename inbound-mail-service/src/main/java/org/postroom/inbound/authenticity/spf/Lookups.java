package org.postroom.inbound.authenticity.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.QueryNames;

/** The questions of one check, counted against its limits (RFC 7208, section 4.6.4). */
final class Lookups {

    private static final int MOST_TERMS = 10;
    private static final int MOST_VOID = 2;
    private static final int MOST_NAMES = 10;

    private final Names names;
    private int terms;
    private int voids;
    private @Nullable List<String> validated;

    Lookups(Names names) {
        this.names = names;
    }

    /** Counts a term that asks DNS. */
    void countTerm() throws SpfErrorException {
        terms++;
        if (terms > MOST_TERMS) {
            throw SpfErrorException.permanent("The record asks DNS more than " + MOST_TERMS + " times.");
        }
    }

    /** The addresses of a name that are of the client's version. */
    List<InetAddress> addresses(String name, boolean ip6) throws SpfErrorException {
        return counted(name, ip6 ? names::addresses6 : names::addresses4);
    }

    /** The hosts of a domain's MX records, without the root. */
    List<String> exchangers(String name) throws SpfErrorException {
        List<String> hosts = counted(name, names::exchangers);
        if (hosts.size() > MOST_NAMES) {
            throw SpfErrorException.permanent(
                    "A domain that the record names has more than " + MOST_NAMES + " mail servers.");
        }
        return hosts.stream().filter(host -> !host.isEmpty()).toList();
    }

    /** The TXT records of a name, which is not counted: the term that leads there is. */
    DnsAnswer<String> texts(String name) {
        return QueryNames.of(name).map(names::texts).orElseGet(DnsAnswer.None::new);
    }

    /**
     * The names of a client that lead back to its address (section 5.5), at most ten of them. DNS trouble makes a name
     * be passed over. Nothing of it is counted, since the sender's domain has no say in it; but it is asked for once,
     * since that domain does have a say in how often it is needed.
     */
    List<String> validated(InetAddress client, boolean ip6) {
        List<String> known = validated == null ? validatedBy(client, ip6) : validated;
        validated = known;
        return known;
    }

    private List<String> validatedBy(InetAddress client, boolean ip6) {
        if (!(names.pointers(IpText.reverseName(client)) instanceof DnsAnswer.Records<String> pointers)) {
            return List.of();
        }
        List<String> validated = new ArrayList<>();
        for (String pointer : pointers.values()
                .subList(0, Math.min(MOST_NAMES, pointers.values().size()))) {
            Optional<String> name = QueryNames.of(pointer);
            if (name.isPresent()) {
                DnsAnswer<InetAddress> answer = ip6 ? names.addresses6(name.get()) : names.addresses4(name.get());
                if (answer instanceof DnsAnswer.Records<InetAddress> found
                        && found.values().contains(client)) {
                    validated.add(name.get());
                }
            }
        }
        return validated;
    }

    private <T> List<T> counted(String written, Function<String, DnsAnswer<T>> question) throws SpfErrorException {
        Optional<String> name = QueryNames.of(written);
        if (name.isEmpty()) {
            return List.of();
        }
        return switch (question.apply(name.get())) {
            case DnsAnswer.Records<T> records -> records.values();
            case DnsAnswer.Trouble<T> _ -> throw SpfErrorException.temporary();
            case DnsAnswer.None<T> _ -> {
                voids++;
                if (voids > MOST_VOID) {
                    throw SpfErrorException.permanent(
                            "The record names more than " + MOST_VOID + " domains that have nothing to say.");
                }
                yield List.of();
            }
        };
    }
}
