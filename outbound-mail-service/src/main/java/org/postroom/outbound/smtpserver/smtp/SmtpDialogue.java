package org.postroom.outbound.smtpserver.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.postroom.outbound.mail.RawMail;

/** One connection to a server, at exactly the address it is given: commands out, answers in. */
public final class SmtpDialogue implements AutoCloseable {

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200;
    private static final int CODE_DIGITS = 3;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream input;
    private OutputStream output;
    private boolean asked;

    private SmtpDialogue(String host, int port, Socket socket) throws IOException {
        this.host = host;
        this.port = port;
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.output = new BufferedOutputStream(socket.getOutputStream());
    }

    /**
     * Opens a connection.
     *
     * @param host the name that its certificate must bear
     */
    public static SmtpDialogue connect(String host, InetAddress address, int port, Duration connect, Duration answer)
            throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(connect.toMillis()));
            socket.setSoTimeout(Math.toIntExact(answer.toMillis()));
            return new SmtpDialogue(host, port, socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** The address at the other end. */
    public String address() {
        return socket.getInetAddress().getHostAddress();
    }

    /** Encrypts the connection from here on; the server's certificate must be trusted and bear its name. */
    public void encrypt(SSLContext context) throws IOException {
        if (input.available() > 0) {
            throw new IOException(
                    asked
                            ? "expected silence before the encryption, but the server went on talking"
                            : "plaintext connection: the server greets before the encryption");
        }
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        socket = encrypted;
        input = new BufferedInputStream(encrypted.getInputStream());
        output = new BufferedOutputStream(encrypted.getOutputStream());
    }

    /** The protocol and cipher of an encrypted connection. */
    public String encryption() {
        return socket instanceof SSLSocket encrypted
                ? encrypted.getSession().getProtocol() + " "
                        + encrypted.getSession().getCipherSuite()
                : "none";
    }

    /** Says something and waits for the answer. */
    public SmtpAnswer ask(String command) throws IOException {
        if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("expected a command on one line, but it has more");
        }
        asked = true;
        output.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
        return read();
    }

    /** Sends a mail up to the line that ends it, dots doubled where a line begins with one (RFC 5321, section 4.5.2). */
    public void write(RawMail mail) throws IOException {
        byte[] octets = mail.octets();
        boolean atLineStart = true;
        for (byte octet : octets) {
            if (atLineStart && octet == '.') {
                output.write('.');
            }
            output.write(octet);
            atLineStart = octet == '\n';
        }
        if (!atLineStart) {
            output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        output.flush();
    }

    /** Waits for an answer. */
    public SmtpAnswer read() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = readLine();
            if (!line.matches("\\d{3}([ -].*)?")) {
                throw new IOException("expected an SMTP answer, but the server said: " + shortened(line));
            }
            lines.add(line.length() > CODE_DIGITS ? line.substring(CODE_DIGITS + 1) : "");
            if (line.length() == CODE_DIGITS || line.charAt(CODE_DIGITS) == ' ') {
                return new SmtpAnswer(Integer.parseInt(line.substring(0, CODE_DIGITS)), lines);
            }
        }
        throw new IOException("expected an SMTP answer of at most " + MOST_LINES + " lines, but it goes on");
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("expected a line of at most " + LONGEST_LINE + " octets, but it is longer");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cc}]", "");
    }

    private static String shortened(String line) {
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
