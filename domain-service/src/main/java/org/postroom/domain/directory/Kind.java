package org.postroom.domain.directory;

/**
 * A kind of entry in the directory.
 *
 * @param word the kind in the field's word, as keys of records and messages to people use it, for instance {@code queue}
 */
public record Kind(String word) {

    private static final String VOWELS = "aeiou";

    /** The word behind its article: {@code an address}, {@code a queue}. */
    public String withArticle() {
        return (VOWELS.indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }
}
