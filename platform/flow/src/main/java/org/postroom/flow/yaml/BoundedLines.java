package org.postroom.flow.yaml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses a line that is too long: a scanner keeps the whole line of the word that it is in, four octets a character. */
final class BoundedLines extends FilterReader {

    private int inLine;

    BoundedLines(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int index = offset; index < offset + read; index++) {
            boolean ends = buffer[index] == '\n' || buffer[index] == '\r';
            inLine = ends ? 0 : inLine + 1;
            if (inLine > YamlDocument.LONGEST_LINE) {
                throw new IllegalArgumentException("expected a YAML document with lines of at most "
                        + YamlDocument.LONGEST_LINE + " characters, but one is longer");
            }
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("expected to be read into a buffer");
    }
}
