package io.github.camelcm.messenger;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Send. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "cm-messenger",
        title = "CM Messenger",
        syntax = "cm-messenger:pageId",
        producerOnly = true,
        category = {Category.MESSAGING, Category.SOCIAL})
public class CmMessengerEndpoint extends DefaultEndpoint {

    @UriPath
    @Metadata(required = true, description = "page")
    private String pageId;

    @UriParam
    private CmMessengerConfiguration configuration;

    CmMessengerEndpoint(String uri, CmMessengerComponent component, CmMessengerConfiguration c, String pageId) {
        super(uri, component);
        this.pageId = pageId;
        this.configuration = c;
    }

    @Override
    public Producer createProducer() throws Exception {
        return null;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        throw new UnsupportedOperationException();
    }

    public String getPageId() {
        return pageId;
    }

    public void setPageId(String pageId) {
        this.pageId = pageId;
    }

    public CmMessengerConfiguration getConfiguration() {
        return configuration;
    }
}
