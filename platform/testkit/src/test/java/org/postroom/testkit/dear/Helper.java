package org.postroom.testkit.dear;

import org.postroom.testkit.Parts;

final class Helper {

    private Helper() {}

    static String address() {
        return Parts.registryUrl();
    }
}
