package org.postroom.inbound.reception.smtp;

import io.netty.buffer.ByteBuf;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.protocols.api.handler.ProtocolHandlerChain;
import org.apache.james.protocols.smtp.SMTPConfigurationImpl;
import org.apache.james.protocols.smtp.SMTPProtocol;

/** The library's protocol with our verbs, and which of them may block. */
final class ReceivingProtocol extends SMTPProtocol {

    private final Set<String> blocking;
    private final boolean blocksAtGreeting;

    /** @param chain the greeting and the verbs */
    ReceivingProtocol(ProtocolHandlerChain chain) {
        super(chain, new SMTPConfigurationImpl());
        this.blocking = chain.getHandlers(Verb.class).stream()
                .filter(Verb::mayBlock)
                .flatMap(verb -> verb.getImplCommands().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.blocksAtGreeting = chain.getHandlers(Greeting.class).stream().anyMatch(Greeting::mayBlock);
    }

    /** True where a client may have to be asked about before it is greeted. */
    boolean mayBlockAtGreeting() {
        return blocksAtGreeting;
    }

    /** True where answering this command line may block. */
    boolean mayBlockAt(ByteBuf line) {
        return blocking.contains(Framing.verb(line));
    }
}
