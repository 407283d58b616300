package org.postroom.outbound.smtpserver.smtp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells apart why a connection could not be encrypted. */
final class TlsFailure {

    private TlsFailure() {}

    static StepFailedException of(IOException failure, String host, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            @Nullable StepFailedException told = told(cause, host, port);
            if (told != null) {
                return told;
            }
        }
        return new StepFailedException(
                "TLS failed: " + failure.getMessage(),
                "Ask the server's operator which TLS versions it takes; ours are 1.2 and 1.3.");
    }

    private static @Nullable StepFailedException told(Throwable cause, String host, int port) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof CertificateExpiredException) {
            return new StepFailedException(
                    "the server's certificate has expired", "Ask the server's operator to renew its certificate.");
        }
        if (cause instanceof CertificateNotYetValidException) {
            return new StepFailedException(
                    "the server's certificate is not valid yet", "Ask the server's operator to check its certificate.");
        }
        if (cause instanceof CertPathBuilderException || message.contains("signature check failed")) {
            return new StepFailedException(
                    "the server's certificate was issued by an authority that is not known here",
                    "Use a certificate of a public authority, send the intermediate certificates along,"
                            + " or ask the operator of this installation to trust yours.");
        }
        if (message.startsWith("no subject alternative") || message.startsWith("no name matching")) {
            return new StepFailedException(
                    "the server's certificate bears another name than " + host,
                    "Enter the host by a name that stands in its certificate.");
        }
        if (message.contains("unsupported or unrecognized ssl message") || message.contains("plaintext connection")) {
            return new StepFailedException(
                    "the server does not speak TLS from the first octet at port " + port,
                    "Choose STARTTLS, or the port for TLS, usually 465.");
        }
        return cause instanceof SocketTimeoutException
                ? new StepFailedException(
                        "the server did not answer in time while the connection was being encrypted",
                        "Check that port and encryption belong together: usually 465 for TLS, 587 for STARTTLS.")
                : null;
    }
}
