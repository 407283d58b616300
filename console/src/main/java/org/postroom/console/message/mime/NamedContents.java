package org.postroom.console.message.mime;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroom.console.message.MailContent;
import org.postroom.mail.reading.PartContents;
import org.postroom.runtime.message.ContentNaming;

/** Names the contents of a mail's parts while it is read. */
final class NamedContents implements PartContents {

    private final ContentNaming naming;
    private final Map<Integer, NamedOutput> contents = new HashMap<>();

    NamedContents(ContentNaming naming) {
        this.naming = naming;
    }

    @Override
    public OutputStream begin(int number) {
        NamedOutput content = new NamedOutput(naming, OutputStream.nullOutputStream());
        contents.put(number, content);
        return content;
    }

    @Override
    public void end(int number) {
        // What it is called is asked for afterwards.
    }

    List<String> namesOf(List<MailContent.Part> parts) {
        return parts.stream().map(part -> nameOf(part.number())).toList();
    }

    private String nameOf(int number) {
        return contents.computeIfAbsent(number, absent -> new NamedOutput(naming, OutputStream.nullOutputStream()))
                .name();
    }
}
