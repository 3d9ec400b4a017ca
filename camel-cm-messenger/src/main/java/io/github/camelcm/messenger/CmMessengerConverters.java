package io.github.camelcm.messenger;

import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.JsonRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;

/** Camel's type converters of the component's records: as JSON, with everything they hold. */
@Converter(generateLoader = true)
public final class CmMessengerConverters {

    private CmMessengerConverters() {}

    @Converter
    public static byte[] toBytes(JsonRecord value) throws JsonShapeException {
        return MessengerJson.write(value);
    }

    @Converter
    public static String toString(JsonRecord value) throws JsonShapeException {
        return new String(toBytes(value), StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toInputStream(JsonRecord value) throws JsonShapeException {
        return new ByteArrayInputStream(toBytes(value));
    }
}
