package org.postroom.inbound.reception.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.smtp.SMTPConfiguration;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;
import org.postroom.inbound.reception.Stopwatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one session: the library handles the commands, this class the content. What may block is sent away, and everything else
 * put off until it is back. The next bytes are asked for only when all before them have been dealt with and the client has read our
 * answers, so that no client can make us hold more than one read's worth of what it sends.
 */
final class SessionHandler extends BasicChannelInboundHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);
    private static final int FIRST_REFUSAL = 400;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Turns turns;
    private final ReceivingProtocol language;
    private final Sessions sessions;
    private final Patience patience;
    private final SmtpMetrics metrics;
    private final MailTaker taker;
    private final Stopwatch.Pace pace;
    private boolean spokeFirst;
    private boolean isDismissed;
    private @Nullable InboundSession session;
    private @Nullable Future<?> watch;

    SessionHandler(
            Turns turns,
            ReceivingProtocol protocol,
            @Nullable Encryption encryption,
            MailTaker taker,
            Sessions sessions,
            Patience patience,
            SmtpMetrics metrics,
            Stopwatch.Pace pace) {
        super(new NoLogContext(), protocol, encryption, false);
        this.turns = turns;
        this.language = protocol;
        this.taker = taker;
        this.sessions = sessions;
        this.patience = patience;
        this.metrics = metrics;
        this.pace = pace;
    }

    @Override
    protected ProtocolSession createSession(ChannelHandlerContext context) {
        session = new InboundSession(
                new SessionTransport(context.channel(), secure),
                (SMTPConfiguration) protocol.getConfiguration(),
                turns,
                new Stopwatch(pace, System.nanoTime()));
        return session;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        if (spokeFirst) {
            sendAwayUngreeted(context);
            return;
        }
        turns.whenBack(() -> goOn(context));
        if (language.mayBlockAtGreeting()) {
            turns.send(() -> guarded(context, () -> super.channelActive(context)));
        } else {
            super.channelActive(context);
            readMore(context);
        }
        watch = watch(context);
    }

    /** Goes on with what is here already, and asks for more where that does not block. */
    private void goOn(ChannelHandlerContext context) {
        ChannelHandlerContext framing = context.pipeline().context(Framing.class);
        if (framing != null) {
            guarded(context, () -> ((Framing) framing.handler()).resume(framing));
        }
        readMore(context);
    }

    /** Looks now and then, by netty's clock and on the session's thread, whether the client takes too long. */
    private Future<?> watch(ChannelHandlerContext context) {
        long often = Stream.of(
                        LOOK_AGAIN, pace.patience().dividedBy(4), pace.session().dividedBy(4))
                .mapToLong(Duration::toMillis)
                .min()
                .orElseThrow();
        return context.channel()
                .eventLoop()
                .scheduleWithFixedDelay(
                        () -> turns.take(() -> judge(context)), often, Math.max(1, often), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof Frame.Content || (message instanceof ByteBuf line && language.mayBlockAt(line))) {
            turns.send(() -> guarded(context, () -> answer(context, message)));
        } else {
            answer(context, message);
        }
    }

    private void answer(ChannelHandlerContext context, Object message) throws Exception {
        switch (message) {
            case Frame.Content content -> take(content);
            case Frame.Malformed malformed -> refuse(malformed.reply());
            case Frame.OutOfStep _ -> dismiss(context, Refusal.OUT_OF_STEP);
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
        if (event instanceof EarlyTalk.SpokeFirst) {
            spokeFirst = true;
        } else if (event instanceof IdleStateEvent) {
            turns.take(() -> idle(context));
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (watch != null) {
            watch.cancel(false);
        }
        turns.take(() -> guarded(context, () -> leave(context)));
    }

    private void idle(ChannelHandlerContext context) {
        if (session != null) {
            dismiss(context, Refusal.IDLE);
        }
    }

    private void leave(ChannelHandlerContext context) throws Exception {
        if (session != null) {
            sessions.leave(session);
            if (session.incoming() != null) {
                metrics.mailAbandoned();
            }
        }
        super.channelInactive(context);
    }

    /** Something that the library or netty may fail at. */
    @FunctionalInterface
    private interface Step {

        void run() throws Exception;
    }

    private void guarded(ChannelHandlerContext context, Step step) {
        try {
            step.run();
        } catch (Exception broken) {
            exceptionCaught(context, broken);
        }
    }

    /** What a client breaks is no fault of ours: its connection, or its TLS, where netty's own exception is around it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            LOG.debug("A client broke its connection", cause);
        } else {
            LOG.atError().setCause(cause).log("An SMTP session failed");
        }
        var _ = context.close();
    }

    private void readMore(ChannelHandlerContext context) {
        if (!turns.isAway() && context.channel().isWritable()) {
            context.read();
        }
    }

    private void sendAwayUngreeted(ChannelHandlerContext context) {
        metrics.dismissed(Refusal.SPOKE_FIRST);
        Reply reply = Refusal.SPOKE_FIRST.reply();
        var line = Unpooled.copiedBuffer(reply.code() + " " + reply.line() + "\r\n", StandardCharsets.US_ASCII);
        var _ = context.writeAndFlush(line).addListener(ChannelFutureListener.CLOSE);
    }

    private InboundSession present() {
        return Objects.requireNonNull(session);
    }

    private void refuse(Reply reply) {
        if (reply.equals(Replies.UNKNOWN_COMMAND)) {
            present().countUnknown();
        }
        present().say(patience.judge(present(), Replies.response(reply)));
    }

    private void take(Frame.Content content) {
        InboundSession session = present();
        long before = System.nanoTime();
        @Nullable IncomingMail mail = session.incoming();
        if (mail != null && session.refusalOfChunk() == null) {
            content.writeTo(mail);
        }
        long now = System.nanoTime();
        session.stopwatch().contentCame(content.length(), now - before, now);
        if (content.isLast()) {
            end(session);
        }
    }

    private void end(InboundSession session) {
        @Nullable Chunk chunk = session.chunk();
        if (chunk == null) {
            session.say(Replies.response(taker.end(session)));
        } else {
            Reply reply = taker.end(session, chunk, session.refusalOfChunk());
            session.endChunk();
            Response response = Replies.response(reply);
            // Chunks may be small, and many: one that was taken is no command that passes the time.
            session.say(reply.code() < FIRST_REFUSAL ? response : patience.judge(session, response));
        }
        session.leaveIfAsked();
    }

    private void judge(ChannelHandlerContext context) {
        present().stopwatch().judge(System.nanoTime()).ifPresent(refusal -> dismiss(context, refusal));
    }

    /** Sends the client away; one that does not even read that is cut off. */
    private void dismiss(ChannelHandlerContext context, Refusal refusal) {
        if (isDismissed) {
            return;
        }
        isDismissed = true;
        metrics.dismissed(refusal);
        present().say(Replies.last(refusal.reply()));
        if (context.channel().isOpen()) {
            var _ = context.channel()
                    .eventLoop()
                    .schedule(present()::cut, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
