package org.postroom.verification.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/** An authoritative name server for tests, which can fail in the ways that real ones do. */
final class FaultyNameServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FaultyNameServer.class);
    private static final int LARGEST = 65_535;
    private static final int SMALLEST = 512;
    private static final int ANSWER_COUNT = 7;
    private static final int LONGEST_CHAIN = 6;

    /** How a server behaves. */
    enum Behaviour {
        NORMAL,
        SILENT,
        REFUSING,
        FAILING,
        /** Refers upwards, as a server that does not have the zone. */
        LAME,
        /** Answers like a cache, without authority. */
        NOT_AUTHORITATIVE,
        /** Does not know EDNS and says so. */
        NO_EDNS,
        /** Does not answer queries with EDNS. */
        DROPS_EDNS,
        /** Answers in full over TCP only. */
        TRUNCATING,
        /** The same, but does not listen on TCP. */
        TRUNCATING_WITHOUT_TCP,
        /** Answers what is no DNS message. */
        GARBAGE
    }

    private final Behaviour behaviour;
    private final List<Zone> zones;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FaultyNameServer(Behaviour behaviour, List<Zone> zones, DatagramSocket udp, ServerSocket tcp) {
        this.behaviour = behaviour;
        this.zones = zones;
        this.udp = udp;
        this.tcp = tcp;
    }

    /** Listens at an address, on a port or on one that is free when it is 0. */
    static FaultyNameServer start(String address, int port, Behaviour behaviour, List<Zone> zones) throws IOException {
        InetAddress host = InetAddress.getByName(address);
        var tcp = new ServerSocket();
        tcp.bind(new InetSocketAddress(host, port));
        var udp = new DatagramSocket(new InetSocketAddress(host, tcp.getLocalPort()));
        var server = new FaultyNameServer(behaviour, List.copyOf(zones), udp, tcp);
        if (behaviour == Behaviour.TRUNCATING_WITHOUT_TCP) {
            tcp.close();
        }
        server.threads.execute(server::receive);
        server.threads.execute(server::accept);
        return server;
    }

    int port() {
        return udp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        threads.shutdownNow();
    }

    private void receive() {
        while (!udp.isClosed()) {
            var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                udp.receive(packet);
                threads.execute(() -> answer(packet));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(DatagramPacket packet) {
        try {
            var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
            Optional<byte[]> wire = behaviour == Behaviour.GARBAGE
                    ? Optional.of(garbage(query))
                    : answer(query, false).map(answer -> answer.toWire(limit(query)));
            if (wire.isPresent()) {
                udp.send(new DatagramPacket(wire.get(), wire.get().length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            udp.close();
        }
    }

    /** Says that there are records where there are none. */
    private static byte[] garbage(Message query) {
        byte[] wire = query.toWire();
        wire[ANSWER_COUNT] = 9;
        return wire;
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                threads.execute(() -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection;
                var in = new DataInputStream(connection.getInputStream());
                var out = new DataOutputStream(connection.getOutputStream())) {
            while (true) {
                var wire = new byte[in.readUnsignedShort()];
                in.readFully(wire);
                Optional<Message> answer = answer(new Message(wire), true);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get().toWire(LARGEST);
                    out.writeShort(bytes.length);
                    out.write(bytes);
                }
            }
        } catch (IOException ended) {
            LOG.trace("A connection ended", ended);
        }
    }

    private Optional<Message> answer(Message query, boolean overTcp) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        boolean edns = query.getOPT() != null;
        if (edns && behaviour != Behaviour.NO_EDNS) {
            answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        }
        boolean answers = switch (behaviour) {
            case SILENT -> false;
            case DROPS_EDNS -> !edns;
            default -> true;
        };
        if (!answers) {
            return Optional.empty();
        }
        switch (behaviour) {
            case REFUSING -> answer.getHeader().setRcode(Rcode.REFUSED);
            case FAILING -> answer.getHeader().setRcode(Rcode.SERVFAIL);
            case LAME ->
                answer.addRecord(
                        new NSRecord(Name.root, DClass.IN, 60, Name.fromConstantString("a.root-servers.test.")),
                        Section.AUTHORITY);
            case NOT_AUTHORITATIVE -> {
                fill(query, answer);
                answer.getHeader().unsetFlag(Flags.AA);
            }
            default -> fillUnlessTooMuch(query, answer, edns, overTcp);
        }
        return Optional.of(answer);
    }

    private void fillUnlessTooMuch(Message query, Message answer, boolean edns, boolean overTcp) {
        boolean truncates = behaviour == Behaviour.TRUNCATING || behaviour == Behaviour.TRUNCATING_WITHOUT_TCP;
        if (truncates && !overTcp) {
            answer.getHeader().setFlag(Flags.TC);
        } else if (behaviour == Behaviour.NO_EDNS && edns) {
            answer.getHeader().setRcode(Rcode.FORMERR);
        } else {
            fill(query, answer);
        }
    }

    private void fill(Message query, Message answer) {
        Name name = query.getQuestion().getName();
        answer.getHeader().setFlag(Flags.AA);
        for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
            Optional<Zone> zone = zoneOf(name);
            if (zone.isEmpty()) {
                if (hop == 0) {
                    answer.getHeader().setRcode(Rcode.REFUSED);
                    answer.getHeader().unsetFlag(Flags.AA);
                }
                return;
            }
            SetResponse found = zone.get().findRecords(name, query.getQuestion().getType());
            Optional<CNAMERecord> alias = alias(zone.get(), name, found);
            if (alias.isPresent()) {
                answer.addRecord(alias.get(), Section.ANSWER);
                name = alias.get().getTarget();
            } else if (found.isDNAME()) {
                answer.addRecord(found.getDNAME(), Section.ANSWER);
                return;
            } else {
                end(zone.get(), found, answer);
                return;
            }
        }
    }

    /** The zone of the library does not see that a wildcard is an alias. */
    private static Optional<CNAMERecord> alias(Zone zone, Name name, SetResponse found) {
        if (found.isCNAME()) {
            return Optional.of(found.getCNAME());
        }
        if (found.isSuccessful() || found.isDelegation() || found.isDNAME()) {
            return Optional.empty();
        }
        SetResponse wildcard = zone.findRecords(name, Type.CNAME);
        return wildcard.isSuccessful()
                ? Optional.of((CNAMERecord) wildcard.answers().getFirst().first())
                : Optional.empty();
    }

    private static void end(Zone zone, SetResponse found, Message answer) {
        if (found.isSuccessful()) {
            found.answers().forEach(set -> addAll(set, answer, Section.ANSWER));
        } else if (found.isDelegation()) {
            answer.getHeader().unsetFlag(Flags.AA);
            addAll(found.getNS(), answer, Section.AUTHORITY);
        } else {
            answer.getHeader().setRcode(found.isNXDOMAIN() ? Rcode.NXDOMAIN : Rcode.NOERROR);
            answer.addRecord(zone.getSOA(), Section.AUTHORITY);
        }
    }

    private Optional<Zone> zoneOf(Name name) {
        return zones.stream()
                .filter(zone -> name.subdomain(zone.getOrigin()))
                .max(Comparator.comparingInt(zone -> zone.getOrigin().labels()));
    }

    private static void addAll(RRset set, Message answer, int section) {
        set.rrs(false).forEach(entry -> answer.addRecord(entry, section));
    }

    private static int limit(Message query) {
        return query.getOPT() == null
                ? SMALLEST
                : Math.max(SMALLEST, query.getOPT().getPayloadSize());
    }
}
