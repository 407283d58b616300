package org.postroom.outbound.delivery;

/** Finds the servers that take a domain's mail. */
@FunctionalInterface
public interface MailRoutes {

    /** Looks the domain up now. */
    MailRoute of(String domainName);
}
