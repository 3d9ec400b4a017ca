package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To Jackson, the parameter {@code raw} of a record is also a member of that name: what JSON holds by the name
 * {@code raw} would take the place of the unknown members, and then be lost. Here the parameter has a name that nobody
 * can know.
 */
final class UnknownMembers extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final PropertyName NOBODYS =
            PropertyName.construct(UUID.randomUUID().toString());

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
        return annotated instanceof AnnotatedParameter && annotated.hasAnnotation(JsonAnySetter.class)
                ? NOBODYS
                : super.findNameForDeserialization(annotated);
    }
}
