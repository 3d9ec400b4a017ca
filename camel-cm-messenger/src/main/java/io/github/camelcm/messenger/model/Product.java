package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product of the page's catalogue.
 *
 * @param id its content id in the catalogue
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Product(
        @Nullable String id, @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Product {
        raw = Raw.copy(raw);
    }

    public static Product of(String id) {
        return new Product(id, Map.of());
    }
}
