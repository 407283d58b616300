package org.postroom.domain.directory;

import java.util.List;
import java.util.Optional;

/** The full state of one entry of the directory. It is immutable, and valid in itself once it exists. */
public interface Configured {

    /** What people call it, for messages about it. */
    String label();

    /** The name that it must have alone; empty where its identifier is enough. */
    Optional<UniqueName> uniqueName();

    /** The other entries that it needs. */
    List<Reference> references();
}
