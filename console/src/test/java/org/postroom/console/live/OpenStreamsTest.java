package org.postroom.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams streams = new OpenStreams(2, 4);
    private final List<String> ended = new ArrayList<>();

    @Test
    void endsTheOldestWhereAUserHasTooMany() {
        open("acme", "anna", "first");
        open("acme", "anna", "second");
        open("acme", "ben", "other");
        open("acme", "anna", "third");

        assertThat(ended).containsExactly("first");
        assertThat(streams.size()).isEqualTo(3);
    }

    @Test
    void takesFromWhoHasTheMostWhereAnOrganisationHasTooMany() {
        open("acme", "anna", "anna's first");
        open("acme", "ben", "ben's");
        open("acme", "anna", "anna's second");
        open("acme", "carl", "carl's");
        open("globex", "anna", "another organisation's");
        assertThat(ended).isEmpty();

        open("acme", "dora", "dora's");

        assertThat(ended).containsExactly("anna's first");
    }

    @Test
    void countsNoStreamThatEndedByItself() {
        Runnable forget = open("acme", "anna", "first");
        open("acme", "anna", "second");

        forget.run();
        open("acme", "anna", "third");

        assertThat(ended).isEmpty();
    }

    @Test
    void endsOnceWhatItRestsOnIsGone() {
        var stands = new AtomicBoolean(true);
        streams.add("acme", "anna", stands::get, () -> ended.add("over"));
        streams.endWhatNoLongerStands();
        assertThat(ended).isEmpty();

        stands.set(false);
        streams.endWhatNoLongerStands();
        streams.endWhatNoLongerStands();

        assertThat(ended).containsExactly("over");
        assertThat(streams.size()).isZero();
    }

    private Runnable open(String organisation, String user, String name) {
        return streams.add(organisation, user, () -> true, () -> ended.add(name));
    }
}
