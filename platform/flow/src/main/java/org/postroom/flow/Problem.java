package org.postroom.flow;

/**
 * What is wrong with a definition.
 *
 * @param path where, for instance {@code steps[2].when}; empty where it is about the whole
 * @param rule what was expected and what came, in words
 */
public record Problem(String path, String rule) {

    @Override
    public String toString() {
        return path.isEmpty() ? rule : path + ": " + rule;
    }
}
