package org.postroom.inbound.reception.smtp;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.util.Objects;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.netty.ProtocolMDCContextFactory;
import org.apache.james.protocols.smtp.SMTPConfiguration;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionOutcome;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one session on its own virtual thread, where it may block: the library handles the commands, this class the
 * content. The next bytes are asked for only when all before them have been dealt with and the client has read our
 * answers, so that no client can make us hold more than one read's worth of what it sends.
 */
final class SessionHandler extends BasicChannelInboundHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);

    private final Reception reception;
    private final Sessions sessions;
    private final Patience patience;
    private final SmtpMetrics metrics;
    private final ObservationRegistry observations;
    private @Nullable InboundSession session;

    SessionHandler(
            Protocol protocol,
            @Nullable Encryption encryption,
            Reception reception,
            Sessions sessions,
            Patience patience,
            SmtpMetrics metrics,
            ObservationRegistry observations) {
        super(new ProtocolMDCContextFactory.Standard(), protocol, encryption, false);
        this.reception = reception;
        this.sessions = sessions;
        this.patience = patience;
        this.metrics = metrics;
        this.observations = observations;
    }

    @Override
    protected ProtocolSession createSession(ChannelHandlerContext context) {
        session = new InboundSession(
                new SessionTransport(context.channel(), secure),
                (SMTPConfiguration) protocol.getConfiguration(),
                context.executor());
        return session;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        super.channelActive(context);
        readMore(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        switch (message) {
            case Frame.Content content -> take(content);
            case Frame.Malformed malformed -> refuse(malformed.reply());
            default -> super.channelRead(context, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        readMore(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        readMore(context);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof IdleStateEvent) {
            present().say(Replies.last(Replies.IDLE));
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        if (session != null) {
            sessions.leave(session);
            if (session.incoming() != null) {
                metrics.mailAbandoned();
            }
        }
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("A client broke its connection", cause);
        } else {
            LOG.atError().setCause(cause).log("An SMTP session failed");
        }
        var _ = context.close();
    }

    private static void readMore(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            context.read();
        }
    }

    private InboundSession present() {
        return Objects.requireNonNull(session);
    }

    private void refuse(Reply reply) {
        present().say(patience.judge(present(), Replies.response(reply)));
    }

    private void take(Frame.Content content) {
        @Nullable IncomingMail mail = present().incoming();
        if (mail == null) {
            return;
        }
        content.writeTo(mail);
        if (content.isLast()) {
            if (content.hasBareLineEnds()) {
                mail.noteBareLineEnds();
            }
            Reply reply = finish(mail);
            present().endMail();
            present().say(Replies.response(reply));
            present().leaveIfAsked();
        }
    }

    private Reply finish(IncomingMail mail) {
        ReceptionOutcome outcome =
                Objects.requireNonNull(Observation.createNotStarted("postroom.inbound.mail", observations)
                        .observe(() -> outcome(mail)));
        return switch (outcome) {
            case ReceptionOutcome.Accepted accepted -> {
                metrics.mailAccepted();
                accepted.emailIds()
                        .forEach(id -> LOG.atInfo().addKeyValue("emailId", id).log("Accepted a mail"));
                yield accepted.reply();
            }
            case ReceptionOutcome.Refused refused -> {
                metrics.mailRefused(refused.refusal());
                yield refused.refusal().reply();
            }
        };
    }

    private ReceptionOutcome outcome(IncomingMail mail) {
        try {
            return reception.accept(mail);
        } catch (RuntimeException unforeseen) {
            LOG.atError().setCause(unforeseen).log("A mail could not be processed");
            return new ReceptionOutcome.Refused(Refusal.UNFORESEEN);
        }
    }
}
