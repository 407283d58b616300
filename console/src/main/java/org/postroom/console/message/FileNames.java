package org.postroom.console.message;

import java.util.regex.Pattern;

/** Makes names that strangers chose safe to save a file under. */
public final class FileNames {

    private static final int LONGEST = 150;
    private static final String DEFAULT = "attachment";

    /** Path separators, control and bidirectional formatting characters, and what Windows forbids. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029/\\\\:*?\"<>|]+");

    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileNames() {}

    /** A name without paths, control characters and tricks with the writing direction; never empty. */
    public static String safe(String claimed) {
        String name = EDGES.matcher(UNSAFE.matcher(claimed).replaceAll("_")).replaceAll("");
        if (name.length() > LONGEST) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST - ending.length()) + ending;
        }
        return name.isEmpty() || name.chars().allMatch(character -> character == '_') ? DEFAULT : name;
    }
}
