package org.postroom.routing.journal.kafka.stored;

import org.jspecify.annotations.Nullable;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.routing.directory.Flow.Published;

/** The definition in force of a flow. */
final class FlowForm {

    private FlowForm() {}

    static void write(@Nullable Published published, StoredWriter out) {
        out.flag(published != null);
        if (published != null) {
            out.number(published.version());
            out.text(published.text());
            out.all(published.mentions(), mention -> {
                out.name(mention.kind());
                out.text(mention.name());
                out.text(mention.id());
            });
        }
    }

    static @Nullable Published read(StoredReader in) {
        return in.flag()
                ? new Published(
                        in.number(),
                        in.text(),
                        in.all(() -> new Mention(in.name(NamedKind.class), in.text(), in.text())))
                : null;
    }
}
