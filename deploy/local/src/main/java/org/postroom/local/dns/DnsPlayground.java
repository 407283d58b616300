package org.postroom.local.dns;

import java.io.IOException;
import java.nio.file.Path;
import org.postroom.local.host.Arguments;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.ServerProcess;
import org.postroom.local.http.HttpApi;

/**
 * An authoritative DNS server for {@code *.test} on the loopback address, over UDP and TCP, whose records are published
 * over HTTP or on its page, and kept in a file. It is also the resolver of the one-machine stack: names outside
 * {@code test} are refused, so nothing of it reaches the world.
 */
public final class DnsPlayground implements AutoCloseable {

    private final Zones zones;
    private final Faults faults;
    private final DnsListener listener;
    private final HttpApi api;

    private DnsPlayground(Zones zones, Faults faults, DnsListener listener, HttpApi api) {
        this.zones = zones;
        this.faults = faults;
        this.listener = listener;
        this.api = api;
    }

    /**
     * Starts a playground and returns once it answers.
     *
     * @param data the folder of its file
     * @param dnsPort the port for queries over UDP and TCP, or 0 for a free one
     * @param httpPort the port for publishing, or 0 for a free one
     * @throws IOException when a port is in use or the file cannot be read
     */
    public static DnsPlayground start(Path data, int dnsPort, int httpPort) throws IOException {
        var zones = new Zones();
        var file = new ZoneFile(data.resolve("zones.json"));
        file.load(zones);
        var faults = new Faults();
        var listener = DnsListener.start(new Responder(zones, faults), dnsPort);
        try {
            return new DnsPlayground(zones, faults, listener, DnsApi.start(zones, file, faults, httpPort));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /** Returns the port for queries. */
    public int port() {
        return listener.port();
    }

    /** Returns the port for publishing. */
    public int httpPort() {
        return api.port();
    }

    /** Returns the address of the page. */
    public String url() {
        return "http://" + Loopback.HOST + ":" + httpPort();
    }

    /** Returns the zones. What is changed here and not over HTTP is not kept in the file. */
    public Zones zones() {
        return zones;
    }

    /** Returns the switches of the faults. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() throws IOException {
        api.close();
        listener.close();
    }

    /** Runs a playground as a process: {@code --data folder --port number --http-port number}. */
    public static void main(String[] args) throws Exception {
        var arguments = Arguments.parse(args);
        ServerProcess.runUntilTerminated(
                start(arguments.folder("data"), arguments.port("port"), arguments.port("http-port")));
    }
}
