package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerializerClassesTest {

    @Test
    void namesPostroomsOwnClassesUnlessBuiltForConfluents() {
        assertThat(SerializerClasses.ofThisBuild())
                .isEqualTo(new SerializerClasses(
                        PostroomAvroSerializer.class.getName(), PostroomAvroDeserializer.class.getName()));
    }
}
