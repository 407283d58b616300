package org.postroom.runtime.problem;

/** What was asked for does not exist, or not in the caller's organisation: the answer, 404, is the same. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what was not found.
     *
     * @param kind the kind of thing, in the field's word, for instance {@code domain}
     * @param id the identifier that was asked for
     */
    public NotFoundException(String kind, String id) {
        super("expected " + withArticle(kind) + " with the identifier " + id
                + " in your organisation, but there is none");
    }

    private static String withArticle(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
    }
}
