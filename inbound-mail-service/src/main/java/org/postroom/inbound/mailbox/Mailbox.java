package org.postroom.inbound.mailbox;

import org.jspecify.annotations.Nullable;
import org.postroom.runtime.token.OAuth2;

/**
 * A mailbox that mail is fetched from, without its secret.
 *
 * @param id the mailbox
 * @param organisationId the organisation whose it is
 * @param addressId the address that its mails are for
 * @param host its host name or network address
 * @param port its port
 * @param encryption how connections are encrypted
 * @param authentication how we sign in
 * @param userName whom we sign in as
 * @param oauth2 where the access token comes from; null unless we sign in with one
 * @param folder the folder that is fetched from
 * @param afterwards what is done there with a mail that was fetched
 * @param fetchOld whether what lay there before is fetched, too
 * @param version counted from 1
 */
public record Mailbox(
        String id,
        String organisationId,
        String addressId,
        String host,
        int port,
        Encryption encryption,
        Authentication authentication,
        String userName,
        @Nullable OAuth2 oauth2,
        String folder,
        Afterwards afterwards,
        boolean fetchOld,
        long version) {

    /** How connections are encrypted. */
    public enum Encryption {
        /** Not at all. */
        NONE,
        /** After STARTTLS, without which nobody signs in (RFC 9051, section 6.2.1). */
        STARTTLS,
        /** From the first octet (RFC 8314). */
        TLS
    }

    /** How we sign in. */
    public enum Authentication {
        /** With user name and password. */
        PASSWORD,
        /** With user name and an access token (XOAUTH2). */
        OAUTH2
    }

    /** What is done in the mailbox with a mail that was fetched. */
    public enum Afterwards {
        /** Nothing: nobody sees that it was fetched. */
        NOTHING,
        /** It is marked as read. */
        MARK_READ,
        /** It is deleted. */
        DELETE
    }

    /** Whether mails of the other are mails of this one: the numbers of another folder would mean other mails. */
    boolean isSameFolderAs(Mailbox other) {
        return host.equals(other.host) && userName.equals(other.userName) && folder.equals(other.folder);
    }
}
