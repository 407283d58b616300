package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.WireParseException;

/** Asks one address one question, where that is allowed and the address is not known to be silent. */
final class ServerQuestions {

    private final DnsClient client;
    private final ServerGates gates;
    private final Duration timeout;
    private final boolean allowPrivate;
    private final LongSupplier nanoTime;

    ServerQuestions(
            DnsClient client, ServerGates gates, Duration timeout, boolean allowPrivate, LongSupplier nanoTime) {
        this.client = client;
        this.gates = gates;
        this.timeout = timeout;
        this.allowPrivate = allowPrivate;
        this.nanoTime = nanoTime;
    }

    /**
     * What became of a question.
     *
     * @param reading what was answered
     * @param took how long that took
     */
    record Asked(Answers.Reading reading, Duration took) {}

    Asked ask(InetAddress address, Name name, int type, Deadline deadline) {
        long begun = nanoTime.getAsLong();
        Answers.Reading reading = reading(address, name, type, deadline);
        return new Asked(reading, Duration.ofNanos(nanoTime.getAsLong() - begun));
    }

    private Answers.Reading reading(InetAddress address, Name name, int type, Deadline deadline) {
        if (!allowPrivate && !PublicAddresses.contain(address)) {
            return notAsked("has the address %s, which is not a public one".formatted(address.getHostAddress()));
        }
        ServerGates.Gate gate = gates.of(address);
        if (gate.isClosed()) {
            return notAsked("did not answer a moment ago and was not asked again");
        }
        if (!gate.enter(deadline.left())) {
            return notAsked("was not asked, because the time for this check was used up");
        }
        try {
            return throughGate(gate, address, name, type, deadline);
        } finally {
            gate.leave();
        }
    }

    private Answers.Reading throughGate(
            ServerGates.Gate gate, InetAddress address, Name name, int type, Deadline deadline) {
        Duration left = deadline.left();
        if (left.isZero() || gate.isClosed()) {
            return notAsked("was not asked, because the time for this check was used up");
        }
        try {
            Message answer = client.askServer(address, name, type, left.compareTo(timeout) < 0 ? left : timeout);
            gate.answered();
            return Answers.read(answer, name, type);
        } catch (IOException failed) {
            TryAgain failure = failure(failed);
            if (failure.cause() == Cause.TIMED_OUT) {
                gate.silent();
            }
            return new Answers.Direct(failure);
        }
    }

    private static TryAgain failure(IOException failed) {
        if (failed instanceof TruncatedAnswerException) {
            return new TryAgain(Cause.UNREACHABLE, "cuts its answer off and does not answer over TCP");
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortUnreachableException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException) {
                return new TryAgain(Cause.UNREACHABLE, "cannot be reached");
            }
            if (cause instanceof WireParseException) {
                return new TryAgain(Cause.MALFORMED, "sends what cannot be read");
            }
        }
        return new TryAgain(Cause.TIMED_OUT, "does not answer");
    }

    private static Answers.Reading notAsked(String reason) {
        return new Answers.Direct(new TryAgain(Cause.NOT_ASKED, reason));
    }
}
