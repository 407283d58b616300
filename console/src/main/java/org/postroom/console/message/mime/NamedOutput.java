package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.message.ContentNaming;

/** Names what is written through it. */
final class NamedOutput extends OutputStream {

    private final ContentNaming.Digest digest;
    private final OutputStream target;
    private @Nullable String name;

    NamedOutput(ContentNaming naming, OutputStream target) {
        this.digest = naming.begin();
        this.target = target;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        target.write(bytes, offset, length);
    }

    /** The name of all that was written. */
    String name() {
        String known = name == null ? digest.name() : name;
        name = known;
        return known;
    }
}
