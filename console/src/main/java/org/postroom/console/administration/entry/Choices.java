package org.postroom.console.administration.entry;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to choose from, in order. */
final class Choices {

    private Choices() {}

    /** Pairs of the value that is saved and what it is called. */
    static Map<String, String> of(String... pairs) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            choices.put(pairs[place], pairs[place + 1]);
        }
        return choices;
    }
}
