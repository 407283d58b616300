package org.postroom.inbound.reception.smtp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Networks;

/**
 * Looks, before a client is greeted, whether it waits for that, as every mail server does (RFC 5321, section 3.1) and many a
 * program that sends spam does not. Whoever waited once is not kept waiting again for a day; what it says too early is still
 * seen where it is there already.
 *
 * <p>It runs on netty's thread, before the session begins.
 */
final class EarlyTalk extends ChannelInboundHandlerAdapter {

    /** The client spoke before it was greeted. */
    record SpokeFirst() {}

    /** Long enough to see what is there already. */
    private static final Duration GLANCE = Duration.ofMillis(1);

    /** The clients that waited. */
    static final class Patient {

        private static final int MOST_REMEMBERED = 100_000;

        private final Cache<String, Boolean> known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(Duration.ofDays(1))
                .build();

        private boolean has(String client) {
            return known.getIfPresent(client) != null;
        }

        private void add(String client) {
            known.put(client, true);
        }
    }

    private final Patient patient;
    private final Duration pause;
    private boolean isGreeted;
    private boolean isEarly;

    EarlyTalk(Patient patient, Duration pause) {
        this.patient = patient;
        this.pause = pause;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String client = client(context);
        Duration wait = patient.has(client) && pause.compareTo(GLANCE) > 0 ? GLANCE : pause;
        context.read();
        var _ = context.executor().schedule(() -> greet(context, client), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isGreeted) {
            context.fireChannelRead(message);
        } else {
            isEarly = true;
            ReferenceCountUtil.release(message);
        }
    }

    /** What is read before the greeting belongs to no session, which would ask for more. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isGreeted) {
            context.fireChannelReadComplete();
        }
    }

    private void greet(ChannelHandlerContext context, String client) {
        if (!context.channel().isActive()) {
            return;
        }
        isGreeted = true;
        if (isEarly) {
            context.fireUserEventTriggered(new SpokeFirst());
        } else {
            patient.add(client);
        }
        context.fireChannelActive();
    }

    private static String client(ChannelHandlerContext context) {
        @Nullable
        InetSocketAddress told = context.channel().attr(ProxyHeader.CLIENT).get();
        var address = told == null ? (InetSocketAddress) context.channel().remoteAddress() : told;
        return Networks.clientOf(NetUtil.toAddressString(address.getAddress()));
    }
}
