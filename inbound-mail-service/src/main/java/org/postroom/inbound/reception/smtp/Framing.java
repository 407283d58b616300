package org.postroom.inbound.reception.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.postroom.inbound.reception.Reply;

/**
 * Cuts what a client sends into command lines and pieces of content: between DATA and its end, or as many octets as BDAT
 * announced. A line ends with CR LF only. Nothing that follows STARTTLS in the clear is kept (RFC 3207, section 4.2), and
 * nothing that follows QUIT.
 *
 * <p>It looks at nothing while its session is doing something that may block, so that the handler of DATA or BDAT can switch it
 * to content before the next byte is looked at.
 */
final class Framing extends ByteToMessageDecoder {

    private static final int CONTENT_PIECE = 32 * 1024;

    /**
     * The client has to wait for their answers (RFC 2920, section 3.1): what comes before may be what somebody else put
     * into its mail.
     */
    private static final Set<String> AWAITED = Set.of("EHLO", "HELO", "DATA", "VRFY", "EXPN");

    /**
     * What else the library would take for a verb: it overlooks control characters, and knows letters that have an ASCII
     * letter for their capital. With those, somebody in between could spell STARTTLS so that what follows it were kept.
     */
    private static final Pattern VERB = Pattern.compile("[!-~]*");

    private static final int LINE_END = 2;
    private static final Set<String> NOTHING_FOLLOWS = Set.of("STARTTLS", "QUIT");
    private static final Reply TOO_LONG = new Reply(500, "5.5.2", "Line too long");
    private static final Reply BARE_LINE_FEED = new Reply(500, "5.5.2", "Lines must end with CR LF");

    private enum Mode {
        COMMANDS,
        CONTENT,
        CHUNK,
        DEAF
    }

    private final int longestCommand;
    private final Turns turns;
    private byte[] input = new byte[0];
    private byte[] output = new byte[0];
    private boolean passingOver;
    private Mode mode = Mode.COMMANDS;
    private ContentDecoder content = new ContentDecoder();
    private ChunkDecoder chunk = new ChunkDecoder();

    /** @param longestCommand the longest command line in octets, with its end */
    Framing(int longestCommand, Turns turns) {
        this.longestCommand = longestCommand;
        this.turns = turns;
    }

    /** Goes on with what is here already, after something that blocked. */
    void resume(ChannelHandlerContext context) throws Exception {
        channelRead(context, Unpooled.EMPTY_BUFFER);
    }

    /** Whoever is not listened to is not read from either: the decoder would, where it found nothing. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (!turns.isAway()) {
            super.channelReadComplete(context);
        }
    }

    /** What follows is content, up to its end. */
    void expectContent() {
        mode = Mode.CONTENT;
        content = new ContentDecoder();
        makeRoom();
    }

    /**
     * What follows is a chunk of a mail.
     *
     * @param size how many octets it has, at least one
     */
    void expectChunk(long size) {
        mode = Mode.CHUNK;
        chunk.begin(size);
        makeRoom();
    }

    /** What comes now came in the clear, behind STARTTLS, and counts for nothing. */
    void passOverUntilEncrypted() {
        mode = Mode.DEAF;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            mode = Mode.COMMANDS;
        }
        super.userEventTriggered(context, event);
    }

    /** A mail ended, or was given up: the next one's first chunk begins a message. */
    void endMail() {
        input = new byte[0];
        output = new byte[0];
        chunk = new ChunkDecoder();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> frames) {
        if (turns.isAway()) {
            return;
        }
        switch (mode) {
            case COMMANDS -> nextLine(buffer, frames);
            case CONTENT -> frames.add(nextContent(buffer));
            case CHUNK -> frames.add(nextOfChunk(buffer));
            case DEAF -> buffer.skipBytes(buffer.readableBytes());
        }
    }

    /** Only who sends content needs the room for it. */
    private void makeRoom() {
        if (input.length == 0) {
            input = new byte[CONTENT_PIECE];
            output = new byte[CONTENT_PIECE + 1];
        }
    }

    private Frame.Content nextContent(ByteBuf buffer) {
        int available = Math.min(buffer.readableBytes(), CONTENT_PIECE);
        buffer.getBytes(buffer.readerIndex(), input, 0, available);
        buffer.skipBytes(content.decode(input, available, output));
        if (content.isEnded()) {
            mode = Mode.COMMANDS;
        }
        return new Frame.Content(output, content.written(), content.isEnded(), content.hasBareLineEnds());
    }

    private Frame.Content nextOfChunk(ByteBuf buffer) {
        int length = chunk.take(Math.min(buffer.readableBytes(), CONTENT_PIECE));
        buffer.readBytes(input, 0, length);
        chunk.look(input, length);
        if (chunk.isEnded()) {
            mode = Mode.COMMANDS;
        }
        return new Frame.Content(input, length, chunk.isEnded(), chunk.hasBareLineEnds());
    }

    private void nextLine(ByteBuf buffer, List<Object> frames) {
        int lineFeed = buffer.indexOf(buffer.readerIndex(), buffer.writerIndex(), (byte) '\n');
        if (lineFeed < 0) {
            if (buffer.readableBytes() > longestCommand) {
                buffer.skipBytes(buffer.readableBytes());
                passingOver = true;
            }
            return;
        }
        int length = lineFeed + 1 - buffer.readerIndex();
        if (passingOver || length > longestCommand) {
            buffer.skipBytes(length);
            passingOver = false;
            frames.add(new Frame.Malformed(TOO_LONG));
        } else if (length < 2 || buffer.getByte(lineFeed - 1) != '\r') {
            buffer.skipBytes(length);
            frames.add(new Frame.Malformed(BARE_LINE_FEED));
        } else {
            line(buffer, length, frames);
        }
    }

    private void line(ByteBuf buffer, int length, List<Object> frames) {
        String verb = verb(buffer, length);
        if (!VERB.matcher(verb).matches()) {
            buffer.skipBytes(length);
            frames.add(new Frame.Malformed(Replies.UNKNOWN_COMMAND));
            return;
        }
        if (AWAITED.contains(verb) && buffer.readableBytes() > length) {
            buffer.skipBytes(buffer.readableBytes());
            mode = Mode.DEAF;
            frames.add(new Frame.OutOfStep());
            return;
        }
        frames.add(buffer.readRetainedSlice(length));
        if (NOTHING_FOLLOWS.contains(verb)) {
            buffer.skipBytes(buffer.readableBytes());
        }
    }

    /** The verb of a command line, in capitals. */
    static String verb(ByteBuf line) {
        return verb(line, line.readableBytes());
    }

    private static String verb(ByteBuf buffer, int length) {
        String line = buffer.toString(buffer.readerIndex(), length - LINE_END, StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int space = line.indexOf(' ', start);
        return line.substring(start, space < 0 ? line.length() : space).toUpperCase(Locale.ROOT);
    }
}
