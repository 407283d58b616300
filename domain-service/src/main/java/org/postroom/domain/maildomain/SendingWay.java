package org.postroom.domain.maildomain;

/** How mail from a domain leaves. */
public enum SendingWay {
    /** By the platform's own servers. */
    PLATFORM,
    /** By an SMTP server of the organisation. */
    CUSTOM_SMTP
}
