package org.postroom.inbound.reception;

/** Something that a check has found out about a mail and that travels with it; each kind of check has a kind of its own. */
public interface Finding {}
