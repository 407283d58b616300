package org.postroom.routing.id;

/** Stands for the subject of an automatic mail, which is not kept. */
public record SubjectId(String value) implements Id {

    /** Refuses a blank name. */
    public SubjectId {
        Id.requireText(value, "a subject id");
    }
}
