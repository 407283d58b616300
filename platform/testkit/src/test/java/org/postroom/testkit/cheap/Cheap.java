package org.postroom.testkit.cheap;

import org.postroom.local.http.Json;

/** Keeps the rule about names, for the test of the rule. */
final class Cheap {

    private Cheap() {}

    static final class NeedsNothingTest {

        final String text = Json.MAPPER.createObjectNode().toString();
    }
}
