package org.postroom.inbound.directory;

/** Knows which mail addresses are ours. */
@FunctionalInterface
public interface Directory {

    /**
     * Looks an address up.
     *
     * @param localPart the part before the @, as the client wrote it; case does not matter
     * @param domainName the host name in ASCII form; case does not matter
     */
    DirectoryAnswer find(String localPart, String domainName);
}
