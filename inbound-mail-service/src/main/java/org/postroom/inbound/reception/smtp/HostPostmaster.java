package org.postroom.inbound.reception.smtp;

import java.util.Locale;
import java.util.Optional;
import org.postroom.inbound.directory.Directory;

/**
 * The postmaster of this host, to whom anybody may write without a domain, or at the host's own name (RFC 5321, section
 * 4.5.1). It is the address that the operator set; else the directory is asked whose it can only be.
 */
final class HostPostmaster {

    private final MailPath path;
    private final String hostName;

    /**
     * Makes the rule.
     *
     * @param address the operator's address, one that is received for here; empty where none is set
     * @param hostName our own name
     */
    HostPostmaster(Optional<String> address, String hostName) {
        this.hostName = hostName.toLowerCase(Locale.ROOT);
        this.path = address.flatMap(MailPath::parse)
                .orElseGet(() -> new MailPath(Directory.POSTMASTER, "", Directory.POSTMASTER + '@' + hostName));
    }

    /** Whom the path of a RCPT command names where it is no address but the postmaster alone; empty where it is not. */
    Optional<MailPath> named(String written) {
        return written.equalsIgnoreCase(Directory.POSTMASTER) ? Optional.of(path) : Optional.empty();
    }

    /** True where the address is the postmaster's at our own name, which need be nobody's domain. */
    boolean isNamedAtHost(MailPath written) {
        return written.localPart().equalsIgnoreCase(Directory.POSTMASTER)
                && written.domain().equals(hostName);
    }

    /** The address that it stands for. */
    MailPath path() {
        return path;
    }
}
