package org.postroom.inbound.reception.smtp;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.netty.HandlerConstants;
import org.apache.james.protocols.netty.NettyProtocolTransport;
import org.jspecify.annotations.Nullable;

/** The library's transport, for sessions that do not run on netty's own threads. */
final class SessionTransport extends NettyProtocolTransport {

    private final Channel channel;
    private final @Nullable Encryption encryption;

    SessionTransport(Channel channel, @Nullable Encryption encryption) {
        super(channel, encryption, false);
        this.channel = channel;
        this.encryption = encryption;
    }

    /** How the bytes of this connection are cut. */
    Framing framing() {
        return channel.pipeline().get(Framing.class);
    }

    /** The content of a mail is over, or given up. */
    void endMail() {
        @Nullable Framing framing = channel.pipeline().get(Framing.class);
        if (framing != null) {
            framing.endMail();
        }
    }

    /** The client's address, which a load balancer told us where it stands between. */
    @Override
    public InetSocketAddress getRemoteAddress() {
        @Nullable InetSocketAddress told = channel.attr(ProxyHeader.CLIENT).get();
        return told == null ? super.getRemoteAddress() : told;
    }

    /** False once the connection is closed. */
    boolean isOpen() {
        return channel.isOpen();
    }

    /** Closes the connection without another word. */
    void cut() {
        var _ = channel.close();
    }

    /**
     * Before the answer to STARTTLS leaves, the encryption is in its place, and lets that one answer through in the clear: a client
     * may begin to encrypt before we look again. What came in the clear until then is passed over (RFC 3207, section 4.2).
     */
    @Override
    protected void writeToClient(byte[] bytes, ProtocolSession session, boolean startTls) {
        if (startTls && encryption != null) {
            var handler = new SslHandler(encryption.sslHandler().engine(), true);
            framing().passOverUntilEncrypted();
            onNettysThread(() -> channel.pipeline().addFirst(HandlerConstants.SSL_HANDLER, handler));
            ((InboundSession) session).startOver();
        }
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    private void onNettysThread(Runnable change) {
        if (channel.eventLoop().inEventLoop()) {
            change.run();
        } else {
            var _ = channel.eventLoop().submit(change).syncUninterruptibly();
        }
    }
}
