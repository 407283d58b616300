package org.postroom.console.message.mime;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.postroom.runtime.message.DerivedDraft;
import org.postroom.runtime.message.DerivedStore;
import org.postroom.runtime.message.NoSuchMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of mails under names of its own. A store that takes nothing now slows pages down and does not stop them. */
final class KeptContent {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContent.class);
    private static final int DIGITS = 40;

    private final DerivedStore derived;

    KeptContent(DerivedStore derived) {
        this.derived = derived;
    }

    /** The name of what is kept of a mail. The mail's key has chance in it, and so tells nothing of its content. */
    static String name(String kind, String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return kind + "-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Optional<InputStream> open(String organisationId, String name) {
        try {
            return Optional.of(derived.open(organisationId, name));
        } catch (NoSuchMessageException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            notKept(organisationId, failed);
            return Optional.empty();
        }
    }

    void keep(String organisationId, String name, String content) {
        try (DerivedDraft draft = derived.begin(organisationId, name)) {
            try (var writer = new BufferedWriter(new OutputStreamWriter(new Unclosed(draft), StandardCharsets.UTF_8))) {
                writer.write(content);
            }
            draft.keep();
        } catch (IOException failed) {
            notKept(organisationId, failed);
        }
    }

    /** Says why something has to be made again each time. */
    static void notKept(String organisationId, IOException failed) {
        LOG.atWarn()
                .addKeyValue("organisationId", organisationId)
                .setCause(failed)
                .log("What was made of a mail cannot be kept or read; it will be made again");
    }
}
