package io.github.camelcm.messenger;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

@Component("cm-messenger")
public class CmMessengerComponent extends DefaultComponent {

    @Metadata(description = "conf")
    private CmMessengerConfiguration configuration = new CmMessengerConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CmMessengerEndpoint endpoint = new CmMessengerEndpoint(uri, this, configuration, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public CmMessengerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CmMessengerConfiguration configuration) {
        this.configuration = configuration;
    }
}
