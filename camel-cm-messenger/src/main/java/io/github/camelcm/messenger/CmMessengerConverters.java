package io.github.camelcm.messenger;

import io.github.camelcm.messenger.json.InboundReader;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.JsonRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Camel's type converters between the component's records and JSON, with everything that the records hold. Camel wraps
 * what they throw; its type is the component's own and is not exported from the bundle.
 */
@Converter(generateLoader = true)
public final class CmMessengerConverters {

    private CmMessengerConverters() {}

    @Converter
    public static byte[] toBytes(JsonRecord value) throws Exception {
        return MessengerJson.write(value);
    }

    @Converter
    public static String toString(JsonRecord value) throws Exception {
        return new String(toBytes(value), StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toInputStream(JsonRecord value) throws Exception {
        return new ByteArrayInputStream(toBytes(value));
    }

    /**
     * From whatever Camel converts to bytes: a text, bytes, a stream, a file.
     *
     * @return null if another type is asked for, or the value has no bytes
     * @throws Exception if the bytes are not the JSON of such a record
     */
    @Converter(fallback = true)
    public static <T> @Nullable T toRecord(
            Class<T> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry) throws Exception {
        if (!JsonRecord.class.isAssignableFrom(type) || !type.isRecord() || value instanceof JsonRecord) {
            return null;
        }
        TypeConverter bytes = registry.lookup(byte[].class, value.getClass());
        byte[] json = value instanceof byte[] already
                ? already
                : bytes == null ? null : bytes.convertTo(byte[].class, exchange, value);
        return json == null ? null : type.cast(InboundReader.read(json, type.asSubclass(JsonRecord.class)));
    }
}
