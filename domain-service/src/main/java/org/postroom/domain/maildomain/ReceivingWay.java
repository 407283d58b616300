package org.postroom.domain.maildomain;

/** How mail to a domain reaches us. */
public enum ReceivingWay {
    /** The domain's MX record names us. */
    MX,
    /** Rules of the organisation's present mail system redirect it, so that copies stay there. */
    REDIRECT
}
