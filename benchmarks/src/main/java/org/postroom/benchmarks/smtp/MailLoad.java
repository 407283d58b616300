package org.postroom.benchmarks.smtp;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends mail to a running stack and tells how fast it was taken and how soon it was offered. */
@Command(
        name = "mail-load",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Sends mail to a running stack and tells how fast it was taken and how soon it was offered.")
public final class MailLoad implements Callable<Integer> {

    @Option(names = "--host", description = "where inbound-mail-service listens")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "its SMTP port")
    private int port = 2525;

    @Option(names = "--to", required = true, split = ",", description = "the recipients, one for each mail in turn")
    private List<String> recipients = List.of();

    @Option(names = "--messages", description = "how many mails")
    private int messages = 1_000;

    @Option(
            names = "--warm-up",
            description = "how many mails before them, unmeasured: a cold JVM is several times slower")
    private int warmUp = 1_000;

    @Option(names = "--sessions", description = "how many connections at once")
    private int sessions = 10;

    @Option(names = "--rate", description = "mails per second; 0 for as fast as they are taken")
    private double rate;

    @Option(names = "--size", description = "the size of a mail in bytes")
    private int size = 5_000;

    @Option(names = "--connection-per-mail", description = "opens a connection for each mail")
    private boolean connectionPerMail;

    @Option(
            names = "--bootstrap-servers",
            description = "the broker, to see when mails are offered; left out: not watched")
    private @Nullable String bootstrapServers;

    @Option(names = "--registry", description = "the schema registry")
    private String registry = "http://127.0.0.1:8081";

    @Option(names = "--patience", description = "how long to wait for offers after the last mail")
    private Duration patience = Duration.ofSeconds(10);

    private final PrintStream out = System.out;

    private MailLoad() {}

    /** Runs the load with the given arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MailLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (warmUp > 0) {
            out.printf("Warming up with %d mails%n", warmUp);
            send(warmUp, 0);
        }
        if (bootstrapServers == null) {
            return report(send(messages, rate));
        }
        try (var watch = new RoutingWatch(bootstrapServers, registry)) {
            Run run = send(messages, rate);
            int result = report(run);
            watch.await(run.accepted(), patience);
            out.println("250 -> EmailThreaded       " + watch.threads(run.accepted()));
            out.println("250 -> InteractionOffered  " + watch.offers(run.accepted()));
            return result;
        }
    }

    private Run send(int count, double perSecond) throws Exception {
        SampleMail mails = new SampleMail(Clock.systemUTC().instant(), size);
        Pace pace = new Pace(count, perSecond);
        Collection<Delivery> deliveries = new ConcurrentLinkedQueue<>();
        long startedAt = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                running.add(threads.submit(() -> {
                    deliverAll(mails, pace, deliveries);
                    return null;
                }));
            }
            for (Future<?> session : running) {
                session.get();
            }
        }
        return new Run(List.copyOf(deliveries), System.nanoTime() - startedAt);
    }

    private void deliverAll(SampleMail mails, Pace pace, Collection<Delivery> deliveries) throws IOException {
        InetSocketAddress server = new InetSocketAddress(host, port);
        SmtpSession session = new SmtpSession(server);
        try {
            for (int number = pace.next(); number >= 0; number = pace.next()) {
                String recipient = recipients.get(number % recipients.size());
                deliveries.add(
                        session.deliver("customer" + number + "@load.example", recipient, mails.content(number)));
                if (connectionPerMail) {
                    session.close();
                    session = new SmtpSession(server);
                }
            }
        } finally {
            session.close();
        }
    }

    private int report(Run run) {
        out.printf(
                Locale.ROOT,
                "%d mails of %d bytes, %d sessions: %d accepted, %d refused, %.1f accepted per second%n",
                messages,
                size,
                sessions,
                run.accepted().size(),
                run.deliveries().size() - run.accepted().size(),
                run.accepted().size() / (run.nanos() / 1e9));
        out.println("last byte -> 250           "
                + Latencies.of(run.accepted().stream().map(Delivery::nanos).toList()));
        return run.accepted().size() == messages ? 0 : 1;
    }

    private record Run(List<Delivery> deliveries, long nanos) {

        List<Delivery> accepted() {
            return deliveries.stream().filter(Delivery::isAccepted).toList();
        }
    }
}
