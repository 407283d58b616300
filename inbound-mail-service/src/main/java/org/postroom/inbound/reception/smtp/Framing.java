package org.postroom.inbound.reception.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.inbound.reception.Reply;

/**
 * Cuts what a client sends into command lines and, between DATA and its end, pieces of content. A line ends with CR LF
 * only. Nothing that follows STARTTLS in the clear is kept (RFC 3207, section 4.2).
 *
 * <p>It runs on the thread of its session, so that the handler of DATA can switch it to content before the next byte is
 * looked at.
 */
final class Framing extends ByteToMessageDecoder {

    /** RFC 5321, section 4.5.3.1.4 asks for 512, and extensions for more. */
    private static final int LONGEST_COMMAND = 2048;

    private static final int CONTENT_PIECE = 32 * 1024;
    private static final String STARTTLS = "STARTTLS";
    private static final Reply TOO_LONG = new Reply(500, "5.5.2", "Line too long");
    private static final Reply BARE_LINE_FEED = new Reply(500, "5.5.2", "Lines must end with CR LF");

    private final byte[] input = new byte[CONTENT_PIECE];
    private final byte[] output = new byte[CONTENT_PIECE + 1];
    private boolean passingOver;
    private boolean inContent;
    private ContentDecoder content = new ContentDecoder();

    /** What follows is content, up to its end. */
    void expectContent() {
        inContent = true;
        content = new ContentDecoder();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> frames) {
        if (inContent) {
            frames.add(nextContent(buffer));
        } else {
            nextLine(buffer, frames);
        }
    }

    private Frame.Content nextContent(ByteBuf buffer) {
        int available = Math.min(buffer.readableBytes(), CONTENT_PIECE);
        buffer.getBytes(buffer.readerIndex(), input, 0, available);
        buffer.skipBytes(content.decode(input, available, output));
        inContent = !content.isEnded();
        return new Frame.Content(output, content.written(), content.isEnded(), content.hasBareLineEnds());
    }

    private void nextLine(ByteBuf buffer, List<Object> frames) {
        int lineFeed = buffer.indexOf(buffer.readerIndex(), buffer.writerIndex(), (byte) '\n');
        if (lineFeed < 0) {
            if (buffer.readableBytes() > LONGEST_COMMAND) {
                buffer.skipBytes(buffer.readableBytes());
                passingOver = true;
            }
            return;
        }
        int length = lineFeed + 1 - buffer.readerIndex();
        if (passingOver || length > LONGEST_COMMAND) {
            buffer.skipBytes(length);
            passingOver = false;
            frames.add(new Frame.Malformed(TOO_LONG));
        } else if (length < 2 || buffer.getByte(lineFeed - 1) != '\r') {
            buffer.skipBytes(length);
            frames.add(new Frame.Malformed(BARE_LINE_FEED));
        } else {
            frames.add(line(buffer, length));
        }
    }

    private static ByteBuf line(ByteBuf buffer, int length) {
        ByteBuf line = buffer.readRetainedSlice(length);
        String command = line.toString(StandardCharsets.US_ASCII).strip();
        if (command.equalsIgnoreCase(STARTTLS)) {
            buffer.skipBytes(buffer.readableBytes());
        }
        return line;
    }
}
