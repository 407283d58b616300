package org.postroom.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Pages that lie beside a class as resources. */
public final class Page {

    private Page() {}

    /**
     * Answers with an HTML file that lies in the package of a class.
     *
     * @throws IOException when there is no such file
     */
    public static Answer of(Class<?> neighbour, String file) throws IOException {
        try (var in = neighbour.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("There is no page " + file + " beside " + neighbour.getName());
            }
            return Answer.page(new String(in.readAllBytes(), UTF_8));
        }
    }
}
