package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.netty.HandlerConstants;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.inbound.reception.MemoryBudget;
import org.postroom.inbound.reception.ReceivedMail;
import org.postroom.inbound.scan.Scanners;
import org.postroom.runtime.id.TimeOrderedIds;

/**
 * The service's own pipeline of framing and session, without sockets and threads: what a client sends is dealt with before the
 * call returns. TLS is offered, but with no certificate, so that nobody gets further than to ask for it.
 */
final class ServerInMemory {

    private static final SocketAddress CLIENT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);

    final List<ReceivedMail> log = new ArrayList<>();
    final MemoryStore store = new MemoryStore();
    private final SmtpSettings settings = RunningServer.settings();
    private final SmtpConfiguration parts = new SmtpConfiguration();
    private final Sessions sessions = parts.smtpSessions();
    private final MemoryBudget memory = parts.memoryOfMails(settings);
    private final SmtpMetrics metrics = parts.smtpMetrics(new SimpleMeterRegistry(), sessions, memory);
    private final Patience patience = new Patience(settings, metrics);
    private final MailTaker taker;
    private final ReceivingProtocol protocol;
    private final Encryption encryption;

    ServerInMemory() throws WiringException, GeneralSecurityException {
        Clock clock = Clock.systemUTC();
        DirectoryTable directory = RunningServer.directory();
        var checks =
                SmtpConfiguration.scanned(SmtpConfiguration.ruled(settings, metrics, directory), Scanners.BUILT_IN);
        var reception = parts.reception(
                store,
                this::append,
                (organisationId, redirect, arrivedAt) -> CompletableFuture.completedFuture(null),
                checks,
                clock,
                settings,
                memory);
        taker = parts.mailTaker(reception, new TimeOrderedIds(clock), metrics, ObservationRegistry.NOOP);
        protocol = new ReceivingProtocol(parts.smtpVerbs(settings, sessions, metrics, directory, checks, taker));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        encryption = Encryption.createStartTls(context);
    }

    /** The longest command line in octets, with its end. */
    int longestCommand() {
        return (int) settings.limits().longestCommand().toBytes();
    }

    /** What is held for clients that are connected, and for those that were. */
    String held() {
        return sessions.count() + " connections, " + memory.taken() + " octets, " + store.open() + " drafts";
    }

    Connection connect() {
        return new Connection();
    }

    private CompletableFuture<?> append(ReceivedMail mail) {
        log.add(mail);
        return CompletableFuture.completedFuture(mail);
    }

    /** The part of a pipeline that is the session's; the library looks its handlers up by their names. */
    private final class Assembly extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            Turns turns = new Turns(channel.eventLoop(), Runnable::run);
            channel.pipeline()
                    .addLast(HandlerConstants.FRAMER, new Framing(longestCommand(), turns))
                    .addLast(
                            HandlerConstants.CORE_HANDLER,
                            new SessionHandler(
                                    turns,
                                    protocol,
                                    encryption,
                                    taker,
                                    sessions,
                                    patience,
                                    metrics,
                                    settings.limits().pace()));
        }
    }

    /** One client's connection. */
    final class Connection implements AutoCloseable {

        final EmbeddedChannel channel = new EmbeddedChannel(new Assembly()) {

            @Override
            protected SocketAddress remoteAddress0() {
                return CLIENT;
            }
        };

        boolean isOpen() {
            return channel.isOpen();
        }

        /** Sends what comes in one read. */
        void send(byte[] octets) {
            if (isOpen()) {
                channel.writeInbound(Unpooled.wrappedBuffer(octets));
            }
        }

        /** What the server has said since it was asked last. */
        byte[] said() {
            var said = new ByteArrayOutputStream();
            for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
                said.writeBytes(ByteBufUtil.getBytes(next));
                next.release();
            }
            return said.toByteArray();
        }

        @Override
        public void close() {
            var _ = channel.finishAndReleaseAll();
        }
    }
}
