package org.postroom.inbound.reception.smtp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the header by which a load balancer tells for whom it connects (PROXY protocol, versions 1 and 2). Without it the
 * connection is closed: a balancer that forgets it would make one client of all that come by it.
 *
 * <p>It runs on netty's thread, before the session begins.
 */
final class ProxyHeader extends ChannelInboundHandlerAdapter {

    /** The client's address as the load balancer told it. */
    static final AttributeKey<InetSocketAddress> CLIENT = AttributeKey.valueOf("postroom.smtp.client");

    private static final Logger LOG = LoggerFactory.getLogger(ProxyHeader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private boolean isThere;

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.read();
        var _ = context.executor().schedule(() -> giveUpOn(context), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!(message instanceof HAProxyMessage header)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            HAProxyProxiedProtocol protocol = header.proxiedProtocol();
            if (protocol == HAProxyProxiedProtocol.TCP4 || protocol == HAProxyProxiedProtocol.TCP6) {
                var address = new InetSocketAddress(InetAddress.ofLiteral(header.sourceAddress()), header.sourcePort());
                context.channel().attr(CLIENT).set(address);
            }
        } finally {
            header.release();
        }
        isThere = true;
        context.fireChannelActive();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isThere) {
            context.fireChannelReadComplete();
        } else {
            context.read();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (isThere) {
            context.fireExceptionCaught(cause);
        } else {
            refuse(context);
        }
    }

    private void giveUpOn(ChannelHandlerContext context) {
        if (!isThere && context.channel().isOpen()) {
            refuse(context);
        }
    }

    private static void refuse(ChannelHandlerContext context) {
        LOG.atWarn()
                .addKeyValue("proxy", context.channel().remoteAddress())
                .log("A load balancer connected without saying for whom");
        var _ = context.close();
    }
}
