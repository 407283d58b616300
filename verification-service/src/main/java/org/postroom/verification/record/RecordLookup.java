package org.postroom.verification.record;

/** Asks the name servers that are responsible for a domain, all of them, without anything kept from before. */
public interface RecordLookup {

    /**
     * Begins the look-ups of one check of a domain. What is learned about its zones is kept for this check only.
     *
     * @param domainName the domain, without a trailing dot
     */
    DomainLookup begin(String domainName);
}
