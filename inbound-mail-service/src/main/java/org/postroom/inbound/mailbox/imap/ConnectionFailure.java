package org.postroom.inbound.mailbox.imap;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.MailboxException;

/** Tells apart why a connection did not come about. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static MailboxException of(Exception failure, Mailbox mailbox) {
        String where = mailbox.host() + ", port " + mailbox.port();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof CertificateExpiredException) {
                return new MailboxException("The server's certificate has expired.", failure);
            }
            if (cause instanceof CertPathBuilderException) {
                return new MailboxException(
                        "The server's certificate was issued by an authority that is not known here.", failure);
            }
            if (message.startsWith("no subject alternative") || message.startsWith("no name matching")) {
                return new MailboxException("The server's certificate bears another name than its host.", failure);
            }
            if (message.contains("starttls is required")) {
                return new MailboxException("The server does not offer STARTTLS.", failure);
            }
            if (cause instanceof ConnectException) {
                return new MailboxException("The connection was refused at " + where + ".", failure);
            }
            if (cause instanceof SocketTimeoutException) {
                return new MailboxException("There was no answer in time from " + where + ".", failure);
            }
            if (cause instanceof SSLException && cause.getCause() == null) {
                return new MailboxException("The connection could not be encrypted at " + where + ".", failure);
            }
        }
        return new MailboxException("The connection failed at " + where + ".", failure);
    }
}
