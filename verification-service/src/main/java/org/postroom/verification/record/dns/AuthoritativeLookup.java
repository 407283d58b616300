package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.RecordLookup;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ServerAnswer;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks all name servers of a name's zone at once, and follows aliases that lead out of the zone. */
public final class AuthoritativeLookup implements RecordLookup {

    private static final int LONGEST_CHAIN = 5;
    private static final String RESOLVER = "resolver";

    private final DnsClient client;
    private final NameServers nameServers;

    /** Asks as the settings say. */
    public AuthoritativeLookup(DnsSettings settings) {
        this.client = new DnsClient(settings);
        this.nameServers = new NameServers(client);
    }

    @Override
    public List<ServerAnswer> lookUp(String name, RecordType type) {
        int typeNumber = switch (type) {
            case TXT -> Type.TXT;
            case MX -> Type.MX;
        };
        return lookUp(absolute(name), typeNumber, LONGEST_CHAIN);
    }

    private List<ServerAnswer> lookUp(Name name, int type, int hopsLeft) {
        List<NameServer> servers;
        try {
            servers = nameServers.responsibleFor(name);
        } catch (IOException unknown) {
            return List.of(new ServerAnswer(RESOLVER, new TryAgain(reason(unknown))));
        }
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ServerAnswer>> asked = servers.stream()
                    .map(server ->
                            workers.submit(() -> new ServerAnswer(server.host(), ask(server, name, type, hopsLeft))))
                    .toList();
            return asked.stream().map(AuthoritativeLookup::result).toList();
        }
    }

    private DnsAnswer ask(NameServer server, Name name, int type, int hopsLeft) {
        DnsAnswer last = new TryAgain("the address of " + server.host() + " was not found");
        for (InetAddress address : server.addresses()) {
            try {
                last = switch (Answers.read(client.askServer(address, name, type), name, type)) {
                    case Answers.Direct(DnsAnswer answer) -> answer;
                    case Answers.Alias(Name target) -> follow(target, type, hopsLeft);
                };
            } catch (IOException unreachable) {
                last = new TryAgain(server.host() + " did not answer: " + reason(unreachable));
            }
            if (!(last instanceof TryAgain)) {
                return last;
            }
        }
        return last;
    }

    private DnsAnswer follow(Name target, int type, int hopsLeft) {
        if (hopsLeft == 0) {
            return new TryAgain("the chain of aliases is too long");
        }
        List<DnsAnswer> answers = lookUp(target, type, hopsLeft - 1).stream()
                .map(ServerAnswer::answer)
                .toList();
        return answers.stream()
                .filter(answer -> !(answer instanceof TryAgain))
                .findFirst()
                .orElseGet(answers::getFirst);
    }

    private static ServerAnswer result(Future<ServerAnswer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while name servers were asked", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("asking a name server failed in an unexpected way", broken);
        }
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
        return message == null || message.isBlank() ? "no answer in time" : message;
    }
}
