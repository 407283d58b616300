package org.postroom.inbound.reception;

/** What becomes of mail whose author's domain says that it is not from there. */
public enum ForgedMailRule {
    /** It is refused at the end of DATA where the domain asks for that, and is spam where it asks for caution. */
    REJECT,
    /** It is spam where the domain asks for that or more. */
    SPAM,
    /** It is only shown. */
    NOTE
}
