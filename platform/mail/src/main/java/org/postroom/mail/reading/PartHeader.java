package org.postroom.mail.reading;

import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** What one part's header says of its content (RFC 2045, RFC 2183); of a field that is repeated the first counts. */
final class PartHeader implements BodyDescriptor {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_MEDIA_TYPE = 255;
    private static final int LONGEST_BOUNDARY = 900;
    private static final String TEXT = "text/plain";
    private static final Set<String> TEXTS =
            Set.of(TEXT, "text/markdown", "text/enriched", "text/richtext", "text/x-markdown");
    private static final Set<String> RARE_FORMS =
            Set.of("text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext", "text/markdown");

    private final String otherwise;
    private @Nullable Parameters type;
    private @Nullable Parameters disposition;
    private @Nullable String encoding;
    private @Nullable String contentId;

    private PartHeader(String otherwise) {
        this.otherwise = otherwise;
    }

    private void add(Field field) {
        switch (field.getName().toLowerCase(Locale.ROOT)) {
            case "content-type" -> type = type == null ? new Parameters(FieldText.encoded(field)) : type;
            case "content-disposition" ->
                disposition = disposition == null ? new Parameters(FieldText.encoded(field)) : disposition;
            case "content-transfer-encoding" ->
                encoding = encoding == null ? new Parameters(FieldText.encoded(field)).value() : encoding;
            case "content-id" -> contentId = contentId == null ? withoutBrackets(FieldText.encoded(field)) : contentId;
            default -> {
                // No other field says anything of the content.
            }
        }
    }

    /** The media type; that of a text for what has none, and for a multipart that does not say where its parts begin. */
    @Override
    public String getMimeType() {
        return isMultipartWithoutBoundary() ? TEXT : mediaType();
    }

    /** The media type as the sender claims. */
    String mediaType() {
        String claimed = type == null ? "" : type.value();
        boolean wellFormed = claimed.indexOf('/') > 0 && claimed.indexOf('/') < claimed.length() - 1;
        return wellFormed ? Characters.shorten(claimed, LONGEST_MEDIA_TYPE) : otherwise;
    }

    boolean isMultipartWithoutBoundary() {
        return mediaType().startsWith("multipart/") && getBoundary() == null;
    }

    boolean isText() {
        return TEXTS.contains(getMimeType()) || isHtml();
    }

    /** True for text with the marks of RFC 1896, which is shown without them. */
    boolean isEnriched() {
        return getMimeType().equals("text/enriched") || getMimeType().equals("text/richtext");
    }

    /** True for forms of a text that stand beside the common ones for few programs. */
    boolean isRareForm() {
        return RARE_FORMS.contains(getMimeType());
    }

    boolean isMessage() {
        return getMimeType().equals("message/rfc822") || getMimeType().equals("message/global");
    }

    boolean isCalendar() {
        return getMimeType().equals("text/calendar") || getMimeType().equals("application/ics");
    }

    boolean isTnef() {
        return getMimeType().endsWith("/ms-tnef")
                || getMimeType().endsWith("/vnd.ms-tnef")
                || fileName().equalsIgnoreCase("winmail.dat");
    }

    /** How S/MIME sealed the part (RFC 8551, section 3.2.2), in lower case; empty where that is not said. */
    String sealing() {
        @Nullable String sealing = type == null ? null : type.word("smime-type");
        return sealing == null ? "" : sealing.toLowerCase(Locale.ROOT);
    }

    boolean isHtml() {
        return getMimeType().equals("text/html");
    }

    boolean isAttachment() {
        return disposition != null && disposition.value().equals("attachment");
    }

    boolean isPlacedInText() {
        boolean placed = !contentId().isEmpty()
                || (disposition != null && disposition.value().equals("inline"));
        return placed && !isAttachment();
    }

    /** The file's name; empty where there is none. */
    String fileName() {
        @Nullable String name = disposition == null ? null : disposition.get("filename");
        if ((name == null || name.isBlank()) && type != null) {
            name = type.get("name");
        }
        return name == null ? "" : FieldText.decoded(name, LONGEST_NAME);
    }

    String contentId() {
        return contentId == null ? "" : contentId;
    }

    @Override
    public @Nullable String getBoundary() {
        @Nullable String boundary = type == null ? null : type.get("boundary");
        return boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY ? null : boundary;
    }

    @Override
    public String getMediaType() {
        return getMimeType().substring(0, getMimeType().indexOf('/'));
    }

    @Override
    public String getSubType() {
        return getMimeType().substring(getMimeType().indexOf('/') + 1);
    }

    @Override
    public @Nullable String getCharset() {
        return type == null ? null : type.word("charset");
    }

    @Override
    public String getTransferEncoding() {
        return encoding == null || encoding.isEmpty() ? "7bit" : encoding;
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    private static String withoutBrackets(String body) {
        String id = body.startsWith("<") && body.endsWith(">") && body.length() > 1
                ? body.substring(1, body.length() - 1)
                : body;
        return Characters.shorten(id.strip(), LONGEST_NAME);
    }

    /** Takes the fields of one part after the other, in place of the library's own that knows no RFC 2231. */
    static final class Builder implements BodyDescriptorBuilder {

        private final String otherwise;
        private PartHeader part;

        Builder() {
            this(TEXT);
        }

        private Builder(String otherwise) {
            this.otherwise = otherwise;
            this.part = new PartHeader(otherwise);
        }

        @Override
        public void reset() {
            part = new PartHeader(otherwise);
        }

        @Override
        public @Nullable Field addField(RawField field) {
            part.add(field);
            return null;
        }

        @Override
        public BodyDescriptor build() {
            return part;
        }

        /** Parts of a digest are mails, unless they say otherwise (RFC 2046, section 5.1.5). */
        @Override
        public BodyDescriptorBuilder newChild() {
            return new Builder(part.getMimeType().equals("multipart/digest") ? "message/rfc822" : TEXT);
        }
    }
}
