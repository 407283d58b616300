package org.postroom.local.dependencies;

/**
 * A library.
 *
 * @param name its Maven coordinates without the version, as {@code group:artifact}
 * @param version its version
 */
public record Component(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
