package org.postroom.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The registry answered and refused: asking again the same way gives the same answer. */
public final class RegistryRefusedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    /** The subject does not exist, in Confluent's numbering. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** The subject exists without the version asked for, in Confluent's numbering. */
    public static final int VERSION_NOT_FOUND = 40402;

    /** The schema is not registered, in Confluent's numbering. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    private final int status;
    private final int errorCode;

    RegistryRefusedException(String message, int status, int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Confluent's error code, for instance 40403 for an unknown schema; the HTTP status where none was given. */
    public int errorCode() {
        return errorCode;
    }

    /** True where the registry does not know the subject, version or schema. */
    public boolean isNotFound() {
        return status == 404;
    }
}
