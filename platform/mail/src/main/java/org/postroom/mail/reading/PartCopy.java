package org.postroom.mail.reading;

import java.io.OutputStream;

/**
 * Which part's content is wanted, and where.
 *
 * @param number the part's number
 * @param to where its decoded bytes are written
 */
record PartCopy(int number, OutputStream to) {}
