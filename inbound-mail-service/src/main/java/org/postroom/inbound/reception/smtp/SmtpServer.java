package org.postroom.inbound.reception.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.james.protocols.netty.AbstractAsyncServer;
import org.apache.james.protocols.netty.HandlerConstants;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Networks;

/**
 * The library's server with a pipeline of our own: a session runs on netty's thread of its connection, and does what may block on
 * a virtual one (see {@link Turns}).
 */
final class SmtpServer extends AbstractAsyncServer {

    private static final long UNUSED_SECONDS = 60;

    private final SmtpSettings settings;
    private final Function<Turns, SessionHandler> handlers;
    private final Executor threads = threads();
    private final EarlyTalk.Patient patient = new EarlyTalk.Patient();
    private final Networks balancers;
    private volatile @Nullable Channel listening;

    SmtpServer(SmtpSettings settings, Function<Turns, SessionHandler> handlers) {
        this.settings = settings;
        this.handlers = handlers;
        this.balancers = Networks.of(settings.proxyNetworks());
        this.jmxName = "smtp";
        setListenAddresses(new InetSocketAddress(settings.host(), settings.port()));
        setGracefulShutdown(false);
        setIoWorkerCount(Runtime.getRuntime().availableProcessors());
    }

    /** Takes no new connections from now on; those that are open stay. */
    void stopListening() {
        Channel present = listening;
        if (present != null) {
            var _ = present.close().syncUninterruptibly();
        }
    }

    @Override
    protected void configureBootstrap(ServerBootstrap bootstrap) {
        super.configureBootstrap(bootstrap);
        bootstrap.childOption(ChannelOption.AUTO_READ, false);
        bootstrap.handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                listening = channel;
            }
        });
    }

    @Override
    protected ChannelInitializer<SocketChannel> createPipelineFactory() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                assemble(channel);
            }
        };
    }

    /**
     * As many as sessions are doing something that may block. They are used again, though they are virtual, since what the
     * encryption keeps for each thread (its random numbers) costs as much to make as all the rest of a small mail.
     */
    private static Executor threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                UNUSED_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofVirtual().name("smtp-session-", 0).factory());
    }

    private void assemble(SocketChannel channel) {
        Turns turns = new Turns(channel.eventLoop(), threads);
        addWhatComesBeforeTheSession(channel);
        int longestCommand = (int) settings.limits().longestCommand().toBytes();
        channel.pipeline()
                .addLast(
                        HandlerConstants.TIMEOUT_HANDLER,
                        new IdleStateHandler((int) settings.idleTimeout().toSeconds(), 0, 0))
                .addLast(HandlerConstants.FRAMER, new Framing(longestCommand, turns))
                .addLast(HandlerConstants.CORE_HANDLER, handlers.apply(turns));
    }

    private void addWhatComesBeforeTheSession(SocketChannel channel) {
        if (balancers.contains(channel.remoteAddress().getAddress())) {
            channel.pipeline().addLast(new HAProxyMessageDecoder()).addLast(new ProxyHeader());
        }
        Duration pause = settings.limits().greetingPause();
        if (!pause.isZero()) {
            channel.pipeline().addLast(new EarlyTalk(patient, pause));
        }
    }
}
