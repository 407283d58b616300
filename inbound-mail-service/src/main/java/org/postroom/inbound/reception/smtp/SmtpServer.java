package org.postroom.inbound.reception.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.james.protocols.netty.AbstractAsyncServer;
import org.apache.james.protocols.netty.HandlerConstants;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Networks;

/**
 * The library's server with a pipeline of our own: netty's threads only move bytes, and each connection has a virtual
 * thread for everything else.
 */
final class SmtpServer extends AbstractAsyncServer {

    private static final long QUIET_MILLIS = 50;
    private static final long DRAIN_MILLIS = 1_000;

    private final SmtpSettings settings;
    private final Supplier<SessionHandler> handlers;
    private final ThreadFactory threads =
            Thread.ofVirtual().name("smtp-session-", 0).factory();
    private final EarlyTalk.Patient patient = new EarlyTalk.Patient();
    private final Networks balancers;
    private volatile @Nullable Channel listening;

    SmtpServer(SmtpSettings settings, Supplier<SessionHandler> handlers) {
        this.settings = settings;
        this.handlers = handlers;
        this.balancers = Networks.of(settings.proxyNetworks());
        this.jmxName = "smtp";
        setListenAddresses(new InetSocketAddress(settings.host(), settings.port()));
        setGracefulShutdown(false);
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
     * Netty 4.2 deprecates executors in pipelines in favour of handing work over by hand, in whatever order results;
     * here each connection has an executor of its own, which keeps the order.
     */
    @SuppressWarnings("deprecation")
    private void assemble(SocketChannel channel) {
        DefaultEventExecutor thread = new DefaultEventExecutor(threads);
        var _ = channel.closeFuture().addListener(closed -> {
            var _ = thread.shutdownGracefully(QUIET_MILLIS, DRAIN_MILLIS, TimeUnit.MILLISECONDS);
        });
        addWhatComesBeforeTheSession(channel);
        channel.pipeline()
                .addLast(
                        HandlerConstants.TIMEOUT_HANDLER,
                        new IdleStateHandler((int) settings.idleTimeout().toSeconds(), 0, 0))
                .addLast(thread, HandlerConstants.FRAMER, new Framing((int)
                        settings.limits().longestCommand().toBytes()))
                .addLast(thread, HandlerConstants.CORE_HANDLER, handlers.get());
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
