package org.postroom.inbound.reception.smtp;

import io.netty.channel.ChannelHandlerContext;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.ProtocolMDCContextFactory;
import org.apache.james.util.MDCBuilder;

/**
 * Keeps the library from looking up the name of each client's host for its own log, which would make every connection wait for a
 * name server. What we log names its mail or its transaction itself.
 */
final class NoLogContext implements ProtocolMDCContextFactory {

    @Override
    public MDCBuilder onBound(Protocol protocol, ChannelHandlerContext context) {
        return MDCBuilder.create();
    }

    @Override
    public MDCBuilder withContext(ProtocolSession session) {
        return MDCBuilder.create();
    }
}
