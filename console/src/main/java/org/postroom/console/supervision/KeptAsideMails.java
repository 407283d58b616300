package org.postroom.console.supervision;

import java.util.List;
import java.util.Optional;

/** The mails that became no work, within one organisation. */
public interface KeptAsideMails {

    /**
     * The newest ones first.
     *
     * @param before only those before this mail; empty from the newest on
     * @param limit how many at most
     */
    List<KeptAsideMail> newest(String organisationId, String before, int limit);

    /** One of them; empty where there is none with this identifier. */
    Optional<KeptAsideMail> find(String organisationId, String emailId);
}
