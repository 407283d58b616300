package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.PreparedMail;
import org.postroom.mail.reading.PartContents;
import org.postroom.runtime.message.ContentNaming;
import org.postroom.runtime.message.DerivedDraft;
import org.postroom.runtime.message.DerivedStore;

/** Keeps the contents of a mail's parts while it is read: each under its name, and none that is kept already. */
final class KeepingContents implements PartContents, AutoCloseable {

    private final DerivedStore store;
    private final String organisationId;
    private final ContentNaming naming;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Keeping> open = new HashMap<>();

    private record Keeping(String name, DerivedDraft draft, NamedOutput output) {}

    KeepingContents(DerivedStore store, String organisationId, PreparedMail mail) throws IOException {
        this.store = store;
        this.organisationId = organisationId;
        this.naming = store.naming(organisationId);
        for (MailContent.Part part : mail.parts()) {
            names.put(part.number(), mail.nameOf(part));
        }
    }

    @Override
    public OutputStream begin(int number) throws IOException {
        @Nullable String name = names.get(number);
        if (name == null || store.has(organisationId, name)) {
            return OutputStream.nullOutputStream();
        }
        DerivedDraft draft = store.begin(organisationId, name);
        var output = new NamedOutput(naming, draft);
        open.put(number, new Keeping(name, draft, output));
        return output;
    }

    @Override
    public void end(int number) throws IOException {
        @Nullable Keeping ended = open.remove(number);
        if (ended == null) {
            return;
        }
        try (DerivedDraft draft = ended.draft()) {
            // Under another's name it would be shown in another mail, too.
            if (ended.output().name().equals(ended.name())) {
                draft.keep();
            }
        }
    }

    /** Discards what the mail's end has cut off. */
    @Override
    public void close() throws IOException {
        for (Keeping begun : open.values()) {
            begun.draft().close();
        }
        open.clear();
    }
}
