package org.postroom.inbound.mailbox.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database of the mailboxes is.
 *
 * @param url its JDBC URL; without one, no mail is fetched from mailboxes, and nothing shows that it could be
 * @param username whom to sign in as
 * @param password what with
 */
@ConfigurationProperties("spring.datasource")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", password withheld]";
    }
}
