package org.postroom.inbound.reception.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the pipeline when a client is told that it may begin to encrypt, which it may do at once. */
class StartTlsOrderTest {

    private final List<Boolean> encryptionWasThere = new ArrayList<>();
    private ServerInMemory.Connection connection;

    @BeforeEach
    void askForEncryption() throws Exception {
        connection = new ServerInMemory().connect();
        connection.channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                if (message instanceof ByteBuf said && said.toString(US_ASCII).startsWith("220 2.0.0")) {
                    encryptionWasThere.add(context.pipeline().get(SslHandler.class) != null);
                }
                var _ = context.write(message, promise);
            }
        });
        connection.send("EHLO client.example\r\n".getBytes(US_ASCII));
        connection.said();
        connection.send("STARTTLS\r\n".getBytes(US_ASCII));
    }

    @Test
    void isTheEncryptionAndTheAnswerIsInTheClear() {
        assertThat(encryptionWasThere).containsExactly(true);
        assertThat(new String(connection.said(), US_ASCII))
                .startsWith("220 2.0.0")
                .endsWith("\r\n");
    }

    @Test
    void passesOverWhatWasReadInTheClearBeforeThat() {
        connection.said();

        connection
                .channel
                .pipeline()
                .context(SslHandler.class)
                .fireChannelRead(Unpooled.copiedBuffer("NOOP\r\n", US_ASCII));

        assertThat(connection.said()).isEmpty();
    }
}
