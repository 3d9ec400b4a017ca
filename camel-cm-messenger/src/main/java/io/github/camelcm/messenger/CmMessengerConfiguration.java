package io.github.camelcm.messenger;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

@UriParams
public class CmMessengerConfiguration implements Cloneable {

    @UriParam(label = "producer,security", secret = true)
    @Metadata(description = "x")
    private String productToken;

    public String getProductToken() {
        return productToken;
    }

    public void setProductToken(String productToken) {
        this.productToken = productToken;
    }
}
