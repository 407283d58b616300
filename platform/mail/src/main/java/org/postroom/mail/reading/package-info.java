/**
 * The one reader of mail. What strangers wrote is read here and nowhere else, so that the subject in an event, the page
 * that an agent sees and the history that an answer quotes cannot disagree.
 */
@NullMarked
package org.postroom.mail.reading;

import org.jspecify.annotations.NullMarked;
