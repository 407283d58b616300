package org.postroom.console.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that a browser only ever draws, told by their first bytes and by nothing that anybody says of them. */
public enum PictureKind {
    /** Portable Network Graphics. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** Graphics Interchange Format. */
    GIF("image/gif"),
    /** WebP. */
    WEBP("image/webp");

    /** So many bytes tell which kind it is. */
    public static final int BYTES = 12;

    private final String mediaType;

    PictureKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type that it is handed out as. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Which picture a content is.
     *
     * @param beginning its first {@link #BYTES} bytes, or all of it where it is shorter
     * @return empty where it is none: SVG, which can run, above all, and pages
     */
    public static Optional<PictureKind> of(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(BYTES, beginning.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(kind -> kind.begins(text)).findFirst();
    }

    private boolean begins(String text) {
        return switch (this) {
            case PNG -> text.startsWith("\u0089PNG\r\n\u001a\n");
            case JPEG -> text.startsWith("\u00ff\u00d8\u00ff");
            case GIF -> text.startsWith("GIF87a") || text.startsWith("GIF89a");
            case WEBP -> text.startsWith("RIFF") && text.startsWith("WEBP", 8);
        };
    }
}
