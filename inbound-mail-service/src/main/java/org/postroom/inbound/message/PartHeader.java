package org.postroom.inbound.message;

import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** What one part's header says about whether it is an attachment (RFC 2183), and about its name (RFC 2231). */
final class PartHeader {

    private static final int LONGEST_FILE_NAME = 255;
    private static final String UNNAMED = "";

    private @Nullable String disposition;
    private @Nullable String fileName;
    private @Nullable String typeName;
    private boolean hasContentId;

    void field(String name, Field field) {
        switch (name) {
            case "content-disposition" -> readDisposition(field);
            case "content-type" ->
                typeName = ContentTypeFieldLenientImpl.PARSER
                        .parse(field, DecodeMonitor.SILENT)
                        .getParameter("name");
            case "content-id" -> hasContentId = true;
            default -> {
                // No other field matters here.
            }
        }
    }

    /**
     * The attachment that this part is; empty for a text that is read as part of the message.
     *
     * @param mediaType the part's media type in lower case
     * @param size its decoded size in bytes
     * @param inMultipart false where the part is the whole message
     */
    Optional<AttachmentFacts> attachment(String mediaType, long size, boolean inMultipart) {
        String name = name();
        boolean text = mediaType.equals("text/plain") || mediaType.equals("text/html");
        boolean declared = ContentDispositionField.DISPOSITION_TYPE_ATTACHMENT.equalsIgnoreCase(disposition);
        if (!declared && text && (name.equals(UNNAMED) || !inMultipart)) {
            return Optional.empty();
        }
        boolean inline = !declared && hasContentId;
        return Optional.of(new AttachmentFacts(name, mediaType, size, inline));
    }

    private void readDisposition(Field field) {
        ContentDispositionField read = ContentDispositionFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
        disposition = read.getDispositionType();
        fileName = read.getFilename();
    }

    private String name() {
        @Nullable String given = fileName == null || fileName.isBlank() ? typeName : fileName;
        return given == null ? UNNAMED : HeaderText.decoded(given, LONGEST_FILE_NAME);
    }
}
