package org.postroom.inbound.authenticity.dns;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.NameService;
import org.postroom.inbound.authenticity.evidence.Names;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks name servers, and remembers for a while what they have said. */
final class DnsNames implements NameService {

    private final LookupSession session;

    DnsNames(LookupSession session) {
        this.session = session;
    }

    @Override
    public Names within(Duration budget) {
        return new Asked(System.nanoTime() + budget.toNanos());
    }

    private final class Asked implements Names {

        private final long deadline;

        Asked(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public DnsAnswer<String> texts(String name) {
            return ask(name, Type.TXT, records -> of(records, TXTRecord.class).map(DnsNames::joined));
        }

        @Override
        public DnsAnswer<InetAddress> addresses4(String name) {
            return ask(name, Type.A, records -> of(records, ARecord.class).map(ARecord::getAddress));
        }

        @Override
        public DnsAnswer<InetAddress> addresses6(String name) {
            return ask(name, Type.AAAA, records -> of(records, AAAARecord.class).map(AAAARecord::getAddress));
        }

        @Override
        public DnsAnswer<String> exchangers(String name) {
            return ask(
                    name,
                    Type.MX,
                    records -> of(records, MXRecord.class)
                            .sorted(Comparator.comparingInt(MXRecord::getPriority))
                            .map(exchanger -> written(exchanger.getTarget())));
        }

        @Override
        public DnsAnswer<String> pointers(String name) {
            return ask(
                    name,
                    Type.PTR,
                    records -> of(records, PTRRecord.class).map(pointer -> written(pointer.getTarget())));
        }

        private <T> DnsAnswer<T> ask(String name, int type, Function<List<Record>, Stream<T>> values) {
            try {
                LookupResult result = session.lookupAsync(absolute(name), type)
                        .toCompletableFuture()
                        .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                List<T> found = values.apply(result.getRecords()).toList();
                return found.isEmpty() ? new DnsAnswer.None<>() : new DnsAnswer.Records<>(found);
            } catch (ExecutionException refused) {
                return isAbsence(refused.getCause()) ? new DnsAnswer.None<>() : new DnsAnswer.Trouble<>();
            } catch (TextParseException noName) {
                return new DnsAnswer.None<>();
            } catch (TimeoutException late) {
                return new DnsAnswer.Trouble<>();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return new DnsAnswer.Trouble<>();
            }
        }
    }

    private static boolean isAbsence(@Nullable Throwable cause) {
        return cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException;
    }

    /** A backslash would have a meaning of its own. */
    private static Name absolute(String name) throws TextParseException {
        return Name.fromString(name.replace("\\", "\\\\") + ".");
    }

    private static String written(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true);
    }

    private static String joined(TXTRecord text) {
        var joined = new StringBuilder();
        text.getStringsAsByteArrays().forEach(octets -> joined.append(new String(octets, StandardCharsets.ISO_8859_1)));
        return joined.toString();
    }

    private static <R extends Record> Stream<R> of(List<Record> records, Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast);
    }
}
