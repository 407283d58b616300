package org.postroom.domain.address;

/** Where a reply gets its signature. */
public enum SignaturePlacement {
    /** It is added when the reply leaves, unseen by the agent. */
    UNSEEN,
    /** It stands in the editor, before the history, where the agent may change it. */
    EDITOR
}
