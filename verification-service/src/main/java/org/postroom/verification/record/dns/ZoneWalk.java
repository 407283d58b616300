package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.DomainLookup;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ServerAnswer;
import org.postroom.verification.record.ZoneFacts;
import org.postroom.verification.record.dns.Answers.Alias;
import org.postroom.verification.record.dns.Answers.Direct;
import org.postroom.verification.record.dns.Answers.Referral;
import org.postroom.verification.record.dns.ServerQuestions.Asked;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The look-ups of one check: asks every address of every name server of the domain's zone, goes down where a server
 * refers to a zone below, and over where an alias leads to another zone.
 */
final class ZoneWalk implements DomainLookup {

    private static final int LONGEST_CHAIN = 8;
    private static final int TOP_LEVEL_LABELS = 2;
    private static final String RESOLVER = "the resolver";

    private final ServerQuestions questions;
    private final NameServers nameServers;
    private final Optional<ValidatingResolver> validating;
    private final Name domain;
    private final Deadline deadline;
    private final Map<Name, ServedZone> zones = new ConcurrentHashMap<>();

    ZoneWalk(
            ServerQuestions questions,
            NameServers nameServers,
            Optional<ValidatingResolver> validating,
            String domainName,
            Deadline deadline) {
        this.questions = questions;
        this.nameServers = nameServers;
        this.validating = validating;
        this.domain = absolute(domainName);
        this.deadline = deadline;
        findZoneOfDomain();
    }

    @Override
    public Optional<ZoneFacts> zone() {
        return known(domain)
                .filter(zone -> zone.origin().labels() > TOP_LEVEL_LABELS)
                .map(zone -> new ZoneFacts(
                        Answers.text(zone.origin()),
                        zone.servers().stream().map(NameServer::host).toList()));
    }

    @Override
    public List<ServerAnswer> lookUp(String name, RecordType type) {
        return answers(absolute(name), number(type), LONGEST_CHAIN);
    }

    @Override
    public DnsAnswer glimpse(String name, RecordType type) {
        Name asked = absolute(name);
        DnsAnswer last = new TryAgain(Cause.NOT_ASKED, "was not asked");
        try {
            for (NameServer server : zoneOf(asked).servers()) {
                for (InetAddress address : server.addresses()) {
                    if (questions.ask(address, asked, number(type), deadline).reading()
                            instanceof Direct(DnsAnswer answer)) {
                        last = answer;
                    }
                    if (!(last instanceof TryAgain)) {
                        return last;
                    }
                }
            }
        } catch (IOException unknown) {
            return new TryAgain(Cause.SERVER_FAILURE, reason(unknown));
        }
        return last;
    }

    @Override
    public Optional<String> brokenSignatures(String name, RecordType type) {
        return validating.flatMap(resolver -> resolver.brokenSignatures(absolute(name), number(type)));
    }

    /** The resolver may have an old or no idea of the delegation; a server of the zone above knows better. */
    private void findZoneOfDomain() {
        try {
            ServedZone zone = zoneOf(domain);
            if (!zone.origin().equals(domain)) {
                answers(domain, Type.SOA, LONGEST_CHAIN);
            }
        } catch (IOException unknown) {
            // The look-ups that follow meet the same failure and tell of it.
        }
    }

    private List<ServerAnswer> answers(Name name, int type, int hopsLeft) {
        if (hopsLeft == 0) {
            return List.of(
                    unknown(RESOLVER, Cause.MALFORMED, "was led in a circle of aliases from " + Answers.text(name)));
        }
        try {
            return answersOf(zoneOf(name), name, type, hopsLeft);
        } catch (IOException unknown) {
            return List.of(unknown(RESOLVER, Cause.SERVER_FAILURE, reason(unknown)));
        }
    }

    private List<ServerAnswer> answersOf(ServedZone zone, Name name, int type, int hopsLeft) {
        List<ServerAnswer> answers = new ArrayList<>();
        Map<Name, Referral> below = new LinkedHashMap<>();
        Map<Name, Alias> aliases = new LinkedHashMap<>();
        for (Reply reply : askAll(zone, name, type)) {
            switch (reply.asked().reading()) {
                case Direct(DnsAnswer answer) -> answers.add(reply.answer(answer));
                case Alias alias -> aliases.put(alias.target(), alias);
                case Referral referral -> {
                    if (referral.zone().labels() > zone.origin().labels()) {
                        below.put(referral.zone(), referral);
                    } else {
                        answers.add(reply.answer(new TryAgain(
                                Cause.NOT_AUTHORITATIVE, "is not responsible for " + Answers.text(zone.origin()))));
                    }
                }
            }
        }
        for (Referral referral : below.values()) {
            var child = new ServedZone(referral.zone(), nameServers.servers(referral.hosts()));
            zones.put(referral.zone(), child);
            answers.addAll(answersOf(child, name, type, hopsLeft - 1));
        }
        for (Name target : aliases.keySet()) {
            answers(target, type, hopsLeft - 1).forEach(answer -> answers.add(throughAlias(answer, target)));
        }
        return answers;
    }

    private record Reply(NameServer server, @Nullable InetAddress address, Asked asked) {

        ServerAnswer answer(DnsAnswer answer) {
            return new ServerAnswer(
                    server.host(), address == null ? null : address.getHostAddress(), answer, asked.took());
        }
    }

    private List<Reply> askAll(ServedZone zone, Name name, int type) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> asked = new ArrayList<>();
            List<Reply> replies = new ArrayList<>();
            for (NameServer server : zone.servers()) {
                if (server.addresses().isEmpty()) {
                    replies.add(withoutAddress(server));
                }
                server.addresses()
                        .forEach(address -> asked.add(workers.submit(
                                () -> new Reply(server, address, questions.ask(address, name, type, deadline)))));
            }
            asked.forEach(reply -> replies.add(result(reply)));
            return replies;
        }
    }

    private static Reply withoutAddress(NameServer server) {
        var nothing = new TryAgain(Cause.NOT_ASKED, "has no address");
        return new Reply(server, null, new Asked(new Direct(nothing), Duration.ZERO));
    }

    private ServedZone zoneOf(Name name) throws IOException {
        Optional<ServedZone> known = known(name);
        if (known.isPresent()) {
            return known.get();
        }
        if (deadline.left().isZero()) {
            throw new IOException("was not asked, because the time for this check was used up");
        }
        ServedZone found = nameServers.of(name);
        zones.put(found.origin(), found);
        return found;
    }

    /** The closest zone that is known already; where the name is in one below, its servers refer to that. */
    private Optional<ServedZone> known(Name name) {
        for (Name zone = name; zone.labels() > 1; zone = new Name(zone, 1)) {
            ServedZone known = zones.get(zone);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static ServerAnswer throughAlias(ServerAnswer answer, Name target) {
        String alias = answer.answer().aliasTarget() == null
                ? Answers.text(target)
                : answer.answer().aliasTarget();
        DnsAnswer through = switch (answer.answer()) {
            case Found found -> new Found(found.values(), found.ttlSeconds(), alias);
            case NoRecord none -> new NoRecord(none.nameExists(), alias);
            case TryAgain unknown -> unknown;
        };
        return new ServerAnswer(answer.server(), answer.address(), through, answer.took());
    }

    private static ServerAnswer unknown(String server, Cause cause, String reason) {
        return new ServerAnswer(server, null, new TryAgain(cause, reason), Duration.ZERO);
    }

    private static <T> T result(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while name servers were asked", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("asking a name server failed in an unexpected way", broken);
        }
    }

    private static int number(RecordType type) {
        return switch (type) {
            case TXT -> Type.TXT;
            case MX -> Type.MX;
            case CNAME -> Type.CNAME;
            case A -> Type.A;
        };
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException invalid) {
            throw new IllegalArgumentException("expected a host name, but got " + name, invalid);
        }
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? "does not answer" : message;
    }
}
