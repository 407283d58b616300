package org.postroom.local.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.postroom.local.host.Arguments;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.ServerProcess;
import org.postroom.local.http.HttpApi;

/**
 * The customers' side of the one-machine stack, on the loopback address: an SMTP server that takes mail for anybody, a
 * page and an HTTP API to read what was delivered and to send mail as a customer, and faults to switch on.
 */
public final class MailboxPlayground implements AutoCloseable {

    private final Mailbox mailbox;
    private final MailboxFaults faults;
    private final SmtpSink sink;
    private final HttpApi api;

    private MailboxPlayground(Mailbox mailbox, MailboxFaults faults, SmtpSink sink, HttpApi api) {
        this.mailbox = mailbox;
        this.faults = faults;
        this.sink = sink;
        this.api = api;
    }

    /**
     * Starts a playground and returns once it takes mail.
     *
     * @param data the folder of the mails
     * @param smtpPort the port for mail, or 0 for a free one
     * @param httpPort the port for reading, or 0 for a free one
     * @param submissionPort the port on this machine where customers' mail is submitted to, Postroom's own
     * @throws IOException when a port is in use or the folder cannot be written
     */
    public static MailboxPlayground start(Path data, int smtpPort, int httpPort, int submissionPort)
            throws IOException {
        var clock = Clock.systemUTC();
        var mailbox = new Mailbox(data.resolve("mails"), clock);
        var faults = new MailboxFaults();
        var sink = SmtpSink.start(mailbox, faults, smtpPort);
        try {
            var api = MailboxApi.start(mailbox, faults, Loopback.at(submissionPort), clock, httpPort);
            return new MailboxPlayground(mailbox, faults, sink, api);
        } catch (IOException e) {
            sink.close();
            throw e;
        }
    }

    /** Returns the port for mail. */
    public int port() {
        return sink.port();
    }

    /** Returns the port for reading. */
    public int httpPort() {
        return api.port();
    }

    /** Returns the address of the page. */
    public String url() {
        return "http://" + Loopback.HOST + ":" + httpPort();
    }

    /** Returns the mails. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Returns the switches of the faults. */
    public MailboxFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        api.close();
        sink.close();
    }

    /**
     * Runs a playground as a process: {@code --data folder --port number --http-port number --submission-port number}.
     */
    public static void main(String[] args) throws Exception {
        var arguments = Arguments.parse(args);
        ServerProcess.runUntilTerminated(start(
                arguments.folder("data"),
                arguments.port("port"),
                arguments.port("http-port"),
                arguments.port("submission-port")));
    }
}
