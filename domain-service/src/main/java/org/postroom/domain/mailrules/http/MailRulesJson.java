package org.postroom.domain.mailrules.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.mailrules.AutomaticMail;
import org.postroom.domain.mailrules.ForgedMail;

/**
 * The rules for mail in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param name always {@code Mail rules}, since there is one set
 * @param automaticMail what becomes of mail that a machine wrote; kept aside where absent
 * @param forgedMail what becomes of mail that is not from whom it says; only marked where absent
 * @param largestMessageMegabytes the largest message in megabytes, from 1 to 200; 40 where absent
 * @param sameMessageIdOnce true where mail with the same Message-ID is the same mail, whoever sent it; false where absent
 */
record MailRulesJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable AutomaticMail automaticMail,
        @Nullable ForgedMail forgedMail,
        @Nullable Integer largestMessageMegabytes,
        @Nullable Boolean sameMessageIdOnce)
        implements EntryJson {}
