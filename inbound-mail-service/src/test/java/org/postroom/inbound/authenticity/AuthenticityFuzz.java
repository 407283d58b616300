package org.postroom.inbound.authenticity;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.postroom.inbound.authenticity.dkim.SignedMail;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;

/**
 * A target for {@code ./postroom fuzz authenticity}: whatever strangers say, publish and sign. An input has five parts with
 * 0xFF between them: the envelope (the greeting, the sender and, where it is of IPv6, the client, a line each), the SPF
 * records, the DMARC records and the signers' keys (a line each), and the mail.
 */
public final class AuthenticityFuzz {

    /**
     * Of SPF (RFC 7208, section 4.6.4), twice: ten terms, each with ten names at most, the client's own names, the
     * records; of DMARC two for each of five authors; of signatures and seals one each.
     */
    private static final int MOST_QUESTIONS = 2 * (10 * 11 + 11 + 12) + 2 * 5 + 10 + 51;

    private static final String SERVER = "mx.postroom.test";
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.5");
    private static final InetAddress CLIENT_6 = InetAddress.ofLiteral("2001:db8::5");

    private AuthenticityFuzz() {}

    /** Called by the fuzzer before all inputs: what is loaded with the first takes none of their time. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("h\na@b.test".getBytes(StandardCharsets.US_ASCII));
    }

    /** Checks one input; called by the fuzzer, and by {@link FuzzedAuthenticityTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        List<String> parts =
                new ArrayList<>(List.of(new String(input, StandardCharsets.ISO_8859_1).split("\u00ff", 5)));
        while (parts.size() < 5) {
            parts.add("");
        }
        String[] envelope = parts.getFirst().split("\n", 3);
        InetAddress client = envelope.length > 2 ? CLIENT_6 : CLIENT;
        var delivery = new Delivery(client, envelope[0], envelope.length > 1 ? envelope[1] : "", SERVER, 1_000);
        var names = new Published(parts, client);
        byte[] mail = parts.get(4).getBytes(StandardCharsets.ISO_8859_1);
        MailAuthenticity found = AuthenticityCheck.of(delivery, SignedMail.of(mail), names);
        holds(found, names);
    }

    private static void holds(MailAuthenticity found, Published names) {
        require(names.questions <= MOST_QUESTIONS, "name servers are asked too often", names.questions);
        String results = AuthenticationResults.of(SERVER, found);
        require(results.chars().allMatch(one -> one >= ' ' && one <= '~'), "the results are no field", results);
        require(results.length() <= 64 * 1024, "the results are too long", results.length());
        require(results.startsWith(SERVER + "; spf="), "the results begin otherwise", results);
        require(found.signatures().size() <= 10, "too many signatures", found.signatures());
        found.sender()
                .verdict()
                .words()
                .ifPresent(words -> require(
                        words.length() <= 500 && words.chars().allMatch(one -> one >= ' ' && one <= '~'),
                        "an explanation is none",
                        words));
    }

    private static void require(boolean holds, String otherwise, Object found) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + found);
        }
    }

    /** A DNS in which every name has the records of the input; of what hosts there are, the name decides. */
    private static final class Published implements Names {

        private final List<String> parts;
        private final InetAddress client;
        private int questions;

        Published(List<String> parts, InetAddress client) {
            this.parts = parts;
            this.client = client;
        }

        @Override
        public DnsAnswer<String> texts(String name) {
            int part = name.startsWith("_dmarc.") ? 2 : name.contains("._domainkey.") ? 3 : 1;
            return answer(name, List.of(parts.get(part).split("\n")));
        }

        @Override
        public DnsAnswer<InetAddress> addresses4(String name) {
            return answer(name, List.of(name.contains("x") ? client : InetAddress.ofLiteral("192.0.2.6")));
        }

        @Override
        public DnsAnswer<InetAddress> addresses6(String name) {
            return answer(name, List.of(name.contains("x") ? client : InetAddress.ofLiteral("2001:db8::6")));
        }

        @Override
        public DnsAnswer<String> exchangers(String name) {
            return answer(name, List.of("x.test", "y.test", "", name));
        }

        @Override
        public DnsAnswer<String> pointers(String name) {
            return answer(name, List.of("x.test", "sub.x.test", "y.test", "z", ""));
        }

        private <T> DnsAnswer<T> answer(String name, List<T> records) {
            questions++;
            require(!name.isEmpty() && name.length() <= 253, "a name is asked for that is none", name);
            return switch (name.charAt(0)) {
                case 'n' -> new DnsAnswer.None<>();
                case 't' -> new DnsAnswer.Trouble<>();
                default -> new DnsAnswer.Records<>(records);
            };
        }
    }
}
