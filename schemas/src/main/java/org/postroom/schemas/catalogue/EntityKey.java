package org.postroom.schemas.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of a record in a compacted topic: {@code organisation/kind/entity}. The entity's identifier may itself contain
 * slashes.
 *
 * @param organisationId the organisation whose entity it is; decides the partition
 * @param kind what kind of entity it is, in the words of the constants here; a newer version may have further ones
 * @param entityId the entity's identifier, unique within its organisation and kind
 */
public record EntityKey(String organisationId, String kind, String entityId) {

    /** An address of an organisation. */
    public static final String ADDRESS = "address";

    /** An agent. */
    public static final String AGENT = "agent";

    /** A role. */
    public static final String ROLE = "role";

    /** A queue. */
    public static final String QUEUE = "queue";

    /** A signature. */
    public static final String SIGNATURE = "signature";

    /** The one set of rules for mail of an organisation. */
    public static final String MAIL_RULES = "mail-rule-set";

    /** The organisation itself, whose identifier is the entity's too. */
    public static final String ORGANISATION = "organisation";

    /** A mail domain. */
    public static final String DOMAIN = "domain";

    /** What a service has written completely; the entity is the service. */
    public static final String COMPLETE = "complete";

    /** Stands for an organisation where a record concerns the whole installation. */
    public static final String INSTALLATION = "*";

    private static final char SEPARATOR = '/';

    /**
     * Refuses what could not be told apart again.
     *
     * @throws IllegalArgumentException where a part is empty, or the organisation or the kind contains a slash
     */
    public EntityKey {
        if (organisationId.isEmpty()
                || kind.isEmpty()
                || entityId.isEmpty()
                || organisationId.indexOf(SEPARATOR) >= 0
                || kind.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("expected a key organisation/kind/entity, but got " + organisationId
                    + SEPARATOR + kind + SEPARATOR + entityId);
        }
    }

    /** The key of an organisation's standing. */
    public static EntityKey ofOrganisation(String organisationId) {
        return new EntityKey(organisationId, ORGANISATION, organisationId);
    }

    /** The key of a domain's standing. */
    public static EntityKey ofDomain(String organisationId, String domainId) {
        return new EntityKey(organisationId, DOMAIN, domainId);
    }

    /** The key under which a service says that it has written everything. */
    public static EntityKey ofComplete(String writer) {
        return new EntityKey(INSTALLATION, COMPLETE, writer);
    }

    /** Reads a record's key; empty where it has none or one of another form. */
    public static Optional<EntityKey> read(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        int kind = key.indexOf(SEPARATOR);
        int entity = key.indexOf(SEPARATOR, kind + 1);
        return kind <= 0 || entity <= kind + 1 || entity == key.length() - 1
                ? Optional.empty()
                : Optional.of(new EntityKey(
                        key.substring(0, kind), key.substring(kind + 1, entity), key.substring(entity + 1)));
    }

    /** The key as it stands in the record. */
    @Override
    public String toString() {
        return organisationId + SEPARATOR + kind + SEPARATOR + entityId;
    }
}
